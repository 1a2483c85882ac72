export { createApp } from './app.ts'
export { type ServeOptions, serve } from './serve.ts'
export { openSite, type Site, type SiteOptions } from './site.ts'
