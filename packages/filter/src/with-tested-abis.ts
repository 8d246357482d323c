import { expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import type { Filter } from './filter.ts'
import { testedAbis } from './tested-abis.ts'

/** `filter` with the ABIs that it is about, which are its own and those of {@link testedAbis}. */
export function withTestedAbis<Opened extends Filter>(filter: Opened): Opened {
  expectObject(filter, 'filter', 'abis')
  const [main, ...others] = testedAbis(filter, filter.abis)
  if (main === undefined || (others.length === filter.abis.length - 1 && main === filter.abis[0].token))
    return filter
  return { ...filter, abis: [signedAbiTable(main), ...others.map((token) => signedAbiTable(token))] }
}
