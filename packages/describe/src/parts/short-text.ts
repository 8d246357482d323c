/* What a filter does on each ABI, in few words, as text. */
import type { Verdict } from '@seccompile/abi'
import type { RangeSet } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'
import { wrapped, wrappedText } from '@seccompile/text-layout'
import type { CallNames } from '../names/call-names.ts'
import type { GroupShare } from './group-shares.ts'
import { archText, casesText, fewCalls, NO_ARCH } from './regions.ts'
import { runs } from './short-meaning.ts'
import type { AbiDifference, AbiList, ShortMeaning, VerdictCalls } from './short-meaning.ts'

const COLUMNS = 100
/** The most calls that an ABI lacks that are listed by name. */
const MOST_LACKING = 20

const calls = (count: number): string => (count === 1 ? '1 call' : `${count} calls`)

/** A line that begins with `start`; with `names` behind `before`, where there are some. */
const withNames = (start: string, before: string, names: readonly string[]): string =>
  names.length === 0 ? start : wrapped(`${start}${before}`, names, '    ')

const row = (start: string, parts: readonly string[]): readonly string[] =>
  parts.length === 0 ? [] : [wrapped(start, parts, '      ')]

const rangeTexts = (names: CallNames, numbers: RangeSet<number>): readonly string[] =>
  numbers.length === 0 ? [] : names.list(NO_ARCH, numbers)

/** A share of a group: `files-to-write 38 of 40 (not: fchmodat2)`. */
function shareText({ group, size, count, isAllBut, names, byArguments }: GroupShare): string {
  const notes = [
    ...(names.length === 0 ? [] : [`${isAllBut ? 'not: ' : ''}${names.join(', ')}`]),
    ...(byArguments.length === 0 ? [] : [`by arguments: ${byArguments.join(', ')}`]),
  ]
  return `${group} ${count} of ${size}${notes.length === 0 || count === size ? '' : ` (${notes.join('; ')})`}`
}

/** The calls of a verdict by group: groups that have all of their calls, some of them, or none. */
function sharesLines({ verdict, shares }: VerdictCalls): readonly string[] {
  const isWhole = ({ count: some, size }: GroupShare): boolean => some === size
  const isNone = ({ count: some, byArguments }: GroupShare): boolean => some + byArguments.length === 0
  const partly = shares.filter((share) => !isWhole(share) && !isNone(share))
  return [
    ...row('    all of:', shares.filter(isWhole).map(shareText)),
    ...(partly.length === 0 ? [] : ['    some of:']),
    ...partly.map((share) => wrappedText('      ', shareText(share), '        ', COLUMNS)),
    ...(runs(verdict) ? row('    none of:', shares.filter(isNone).map(shareText)) : []),
  ]
}

/** The text of a verdict on the calls of one ABI. */
type VerdictWords = (verdict: Verdict) => string

function callsText(names: CallNames, part: VerdictCalls, words: VerdictWords): string {
  const { verdict, count, of, form } = part
  const title = `  ${words(verdict)}`
  const numbers = rangeTexts(names, part.numbers)
  const lines = ((): readonly string[] => {
    switch (form) {
      case 'names':
        return [wrapped(`${title}:`, fewCalls([...part.names, ...numbers]), '    ')]
      case 'groups':
        return [`${title} ${count} of ${calls(of)}, each counted in the smallest of its groups:`, ...sharesLines(part)] // prettier-ignore
      case 'all but':
        return [withNames(`${title} ${count} of ${calls(of)}`, ', all but:', part.names)]
      case 'others but':
        return [withNames(`${title}: the other ${calls(count)} that have a name`, ', but not', part.names)]
      default:
        return assertNever(form)
    }
  })()
  return [...lines, ...(form === 'names' ? [] : row('    numbers:', fewCalls(numbers)))].join('\n')
}

/** The calls that only this ABI has, and those that it lacks. */
function tablesText({ like, own, lacks }: AbiDifference, words: VerdictWords): readonly string[] {
  const owns = own.map(({ verdict, count, of, names, form }) => {
    const other = form === 'others but' ? 'the other ' : ''
    const start = `  ${words(verdict)} ${other}${count} of the ${calls(of)} that ${like} lacks`
    return withNames(start, form === 'names' ? ':' : other === '' ? ', all but:' : ', but not', names)
  })
  if (lacks.length === 0) return owns
  const start = `  lacks ${calls(lacks.length)} of ${like}`
  return [...owns, withNames(start, ':', lacks.length > MOST_LACKING ? [] : lacks)]
}

/** The line for numbers where the main ABI has a verdict for some that none gets here: else they would be as there. */
function numbersText(part: AbiList | AbiDifference, words: VerdictWords): readonly string[] {
  if (part.kind === 'list' || !part.hasOtherNumbers) return []
  const isOther = [...part.verdicts, ...part.conditions].some(({ numbers }) => numbers.length > 0)
  return [`  ${words(part.otherwise)}: ${isOther ? 'other ' : ''}numbers without a name`]
}

function abiText(names: CallNames, part: AbiList | AbiDifference): string {
  const { abi, verdicts, conditions, asOn, otherwise } = part
  const words: VerdictWords = (verdict) => names.verdict(verdict, [abi.token])
  const isLast = ({ form, count }: VerdictCalls): boolean => form === 'others but' || count === 0
  const lines = [
    ...verdicts.filter((each) => !isLast(each)).map((each) => callsText(names, each, words)),
    ...(part.kind === 'difference' ? tablesText(part, words) : []),
    ...conditions.map(({ calls: which, numbers, abis: [, ...others], cases }) =>
      casesText(
        [...which, ...rangeTexts(names, numbers)],
        others,
        cases.map(({ verdict, shown }) => ({ verdict: words(verdict), condition: shown })),
      ),
    ),
    ...asOn.map(({ abi: other, calls: which }) => `${wrapped(' ', which, '    ')}: as on ${other}`),
    ...verdicts.filter(isLast).map((each) => callsText(names, each, words)),
    ...numbersText(part, words),
  ]
  const isEmpty = lines.length === 0
  if (part.kind === 'difference')
    return `${[`${abi.token}: as ${part.like}${isEmpty ? '' : ', but'}`, ...lines].join('\n')}\n`
  const last = `  ${words(otherwise)} ${isEmpty ? 'always' : 'otherwise'}`
  return `${[abi.token, ...lines, last].join('\n')}\n`
}

/** What a filter does, in few words, a block for each ABI. */
export function shortText(names: CallNames, parts: readonly ShortMeaning[]): string {
  return parts
    .map((part) => (part.kind === 'arch' ? archText(names, part.section) : abiText(names, part)))
    .join('')
}
