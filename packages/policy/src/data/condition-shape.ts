/* Readers of conditions by index, as a profile writes them. */
import { rangesReader, U64 } from '@seccompile/rules'
import { member, oneOf, optional, record, text, u64, whole } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import type {
  ArgCondition,
  CompareCondition,
  Comparison,
  MaskedCondition,
  SetCondition,
} from './condition.ts'
import type { Source } from './source.ts'

const place = whole(Number.MAX_SAFE_INTEGER)
/** A reader of places in a file. */
export const sourceReader: Reader<Source> = record<Source>({ file: text, line: place, column: place })

const index = whole(5)
const COMPARISONS = ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'] as const satisfies readonly Comparison[]
const OPERATORS: readonly string[] = [...COMPARISONS, 'MASKED_EQ', 'IN', 'NOT_IN']

const base = { index, source: optional(sourceReader) }
const compared = record<CompareCondition>({ ...base, op: oneOf(COMPARISONS), value: u64 })
const masked = record<MaskedCondition>({ ...base, op: oneOf(['MASKED_EQ']), value: u64, valueTwo: u64 })
const inSet = record<SetCondition>({
  ...base,
  op: oneOf(['IN', 'NOT_IN']),
  values: rangesReader(U64, u64),
})

/** A reader of conditions on one argument. */
export const conditionReader: Reader<ArgCondition> = (at) => {
  const op = member(at, 'op')
  switch (op.value) {
    case 'MASKED_EQ':
      return masked(at)
    case 'IN':
    case 'NOT_IN':
      return inSet(at)
    default:
      oneOf(OPERATORS)(op)
      return compared(at)
  }
}
