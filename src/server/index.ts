export { createApp } from './app.ts'
export { type ServeOptions, serve } from './serve.ts'
export { openSite, type Site, type SiteOptions, type WholeSite } from './site.ts'
