import { audienceWords, type Shared } from '../../store/index.ts'

/** Whose something is and who sees it, for `sharing.hbs`. @param address where it is shared: `/matters/acme` */
export function sharingView({ owner, with: audiences, mayShare }: Shared, address: string) {
  return {
    owner,
    mayShare,
    address,
    with: audiences.map((one) => ({
      words: audienceWords(one),
      kind: one.kind,
      name: one.kind === 'person' ? one.name : '',
    })),
  }
}
