import { expect } from 'vitest'

/** What a server must do wherever it was started: be ready, let in who has the token, and keep a matter. */
export async function keepsMatters(address: string, token: string): Promise<void> {
  await expect.poll(() => fetch(`${address}/readyz`).then(({ status }) => status, String)).toBe(200)
  expect((await fetch(`${address}/draft`)).status).toBe(401)
  const headers = { authorization: `Bearer ${token}` }
  const saved = await fetch(`${address}/draft/side-letter`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ matter: 'Harbor', _do: 'save' }),
    redirect: 'manual',
  })
  expect(saved.headers.get('location')).toBe('/draft/side-letter?matter=harbor&saved=yes')
  const drafted = await fetch(`${address}/api/draft`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      document: 'side-letter',
      matter: { matter: 'Harbor', models: [{ license: 'llama-3.1' }] },
    }),
  })
  expect(drafted.status).toBe(200)
}
