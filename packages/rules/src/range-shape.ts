import { fail, listOf, record } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { canonical } from './range.ts'
import type { Domain, Range, RangeSet } from './range.ts'

/** A reader of ranges of `domain` in any order, which yields a canonical set. `end` reads an end of a range. */
export function rangesReader<T extends number | bigint>(
  domain: Domain<T>,
  end: Reader<T>,
): Reader<RangeSet<T>> {
  const ends = record<{ readonly lo: T; readonly hi: T }>({ lo: end, hi: end })
  const range: Reader<Range<T>> = (at) => {
    const found = ends(at)
    return found.lo <= found.hi ? found : fail(at, 'the lower end first', 'number')
  }
  const list = listOf(range)
  return (at) => canonical(domain, list(at))
}
