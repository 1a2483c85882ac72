import { Option } from 'commander'

/** How what is sent is marked without a deal. */
export interface RecordOptions {
  record?: true
  key?: string
}

/** `--record`: marks, and a record of them. */
export function recordOption(): Option {
  return new Option(
    '--record',
    'for what is sent: a hidden mark on each paragraph of a point, and FILE.record.json, which tells them, for our own side',
  )
}

/** `--key`: of the marks that `--record` makes. */
export function keyOption(): Option {
  return new Option(
    '--key <key>',
    'with --record: key of the marks, 64 hexadecimal digits or a file of them; by default one of the matter',
  )
}
