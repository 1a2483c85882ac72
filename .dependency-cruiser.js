// The order and the doors of the rooms, as docs/decisions has them. `npm run check` holds them.

/** Rooms from the ground up. Those of one row import nothing from each other; `word` draws what `draft` writes. */
const rows = [
  ['files', 'reading'],
  ['agreement', 'ooxml'],
  ['library', 'sheet'],
  ['texts', 'compare', 'coherence'],
  ['markup', 'matter'],
  ['redline'],
  ['draft'],
  ['review', 'word'],
  ['provenance'],
  ['deal', 'store'],
  ['register'],
  ['batch', 'impact'],
  ['server', 'cli'],
  ['doors'],
]

const rooms = (names) => `^src/(${names.join('|')})/`

/** What each row may not import: its neighbours, and all that stands above it. */
const order = rows.flatMap((row, at) => {
  const above = rows.slice(at + 1).flat()
  return [
    ...row.map((room) => ({
      name: `order-${room}`,
      severity: 'error',
      comment: 'a room imports those below it alone: what both need goes further down',
      from: { path: rooms([room]) },
      to: {
        path: rooms([...row.filter((other) => other !== room), ...above]),
        // The program starts the server, as it starts a command; nothing of a rule is in either.
        ...(room === 'cli' && { pathNot: '^src/server/(index|sign-on|user-header)\\.ts$' }),
      },
    })),
  ]
})

/** Where files, network and processes may be used; the rest is handed what it needs. */
const outside = '^(node:)?(fs|fs/promises|net|http|https|child_process|readline|worker_threads)$'

export default {
  forbidden: [
    ...order,
    {
      name: 'doors',
      severity: 'error',
      comment: 'a door is a file at the top of a room: export it there, or do without',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/[^/]+/', pathNot: '^src/$1/' },
    },
    {
      name: 'every-room-has-its-place',
      severity: 'error',
      comment: 'a new room is written into the order above',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: rooms(rows.flat()) },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'types that several files speak stand in a file of their own',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure',
      severity: 'error',
      comment: 'the domain reads no file, asks no network, starts no process: it is handed what it needs',
      from: {
        path: '^src/',
        pathNot: [
          rooms(['files', 'sheet', 'texts', 'store', 'batch', 'server', 'cli']),
          // What loads clauses/ and templates/, which stand beside the program, and the folder they stand in, and a house.
          '^src/library/(folder|load|own-vendor-kinds)\\.ts$',
          '^src/library/house/(files|layer|name)\\.ts$',
          '^src/draft/template/templates\\.ts$',
          '^src/home\\.ts$',
        ],
      },
      to: { path: outside },
    },
    {
      name: 'program-alone',
      severity: 'error',
      comment: 'tests, benchmarks and the pages’ scripts are no part of the program',
      from: { path: '^src/' },
      to: { path: '^(test|bench|web)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
}
