/* Verdicts by the ABIs that they are for: the number of an errno has another name on mips than on x86_64. */
import { verdictName } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { errnoOf, verdictText } from '@seccompile/constants/errno'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiFacts, AbiToken } from '@seccompile/syscalls'
import type { RawOption } from './load-names.ts'

/** The calls that a verdict is for: those of an arch value, or of ABIs by name. */
export type VerdictPlace = number | readonly string[]

/** The ABIs of a place; none where the place is more than known ABIs. */
function tokensAt(place: VerdictPlace): readonly AbiToken[] {
  const isAt = ({ auditArch, token }: AbiFacts): boolean =>
    typeof place === 'number' ? auditArch === place : place.includes(token)
  const known = allAbis.filter(isAt)
  return typeof place === 'number' || known.length === place.length ? known.map(({ token }) => token) : []
}

/**
 * A verdict for people: an errno by its name, or with `--raw` by its number. Without known ABIs, an errno has a name only
 * if all ABIs have that name for its number.
 */
export function verdictAt(verdict: Verdict, place: VerdictPlace, { raw = false }: RawOption = {}): string {
  return raw ? verdictName(verdict) : verdictText(verdict, tokensAt(place))
}

/** Verdicts by the names of their fields, with names of errnos. */
export type VerdictFacts<Field extends string> = Readonly<
  Record<Field, string> & Partial<Record<Field extends 'verdict' ? 'errno' : `${Field}Errno`, string>>
>

/**
 * Verdicts for machines: each field as `verdictName` writes it, and beside it the name of its errno if it has one: `errno`
 * beside `verdict`, `fromErrno` beside `from`.
 */
export function verdictFacts<Field extends string>(
  verdicts: Readonly<Record<Field, Verdict>>,
  place: VerdictPlace,
): VerdictFacts<Field> {
  const fields = Object.entries<Verdict>(verdicts).flatMap(([field, verdict]) => {
    const errno = errnoOf(verdict, tokensAt(place))
    const beside = field === 'verdict' ? 'errno' : `${field}Errno`
    return [[field, verdictName(verdict)], ...(errno === undefined ? [] : [[beside, errno]])]
  })
  return Object.fromEntries(fields) as VerdictFacts<Field> // a pair for each field, and one for its errno
}
