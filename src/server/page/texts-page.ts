import type { Site } from '../site.ts'

/** Everything that `web/views/texts.hbs` names: which official texts are here. */
export async function textsPageView({ texts, options }: Site) {
  const rows = await texts.status()
  const pinned = rows.filter(({ pin }) => pin)
  const here = pinned.filter(({ present }) => present).length
  return {
    title: 'Official texts',
    textsPage: true,
    script: 'site.js',
    offline: options.offline,
    folder: texts.folder,
    here,
    all: pinned.length,
    complete: here === pinned.length,
    rows: rows.map(({ id, title, pin, present, matches }) => ({
      id,
      license: id.replace(/[/@].*$/, ''),
      title,
      digest: pin?.sha256.slice(0, 12),
      present,
      local: pin === undefined,
      verified: matches === 'bytes',
      inWords: matches === 'words',
      differs: present && matches === 'neither' && pin !== undefined,
    })),
  }
}
