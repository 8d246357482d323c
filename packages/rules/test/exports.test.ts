import { expect, it } from 'vitest'
import * as rules from '@seccompile/rules'

it('exports exactly its public names', () => {
  expect(Object.keys(rules).sort()).toEqual([
    'ALWAYS', 'LOW_WORD', 'MAX_PREDICATE_DEPTH', 'MAX_STRICTEST_PAIRS', 'NEVER', 'U32', 'U64', 'WHOLE_ARGUMENT', 'all', 'any',
    'argument', 'argumentTests', 'canonical', 'cellStarts', 'cellsOf', 'commonValue', 'complement', 'conflicts', 'contains',
    'deciding', 'difference', 'gather', 'holds', 'intersection', 'isAlways', 'isNever', 'mapSections', 'meaning', 'not',
    'numbersOf', 'predicateKey', 'print', 'printPredicate', 'printTest', 'rangeAt', 'rangesReader', 'ruleSet', 'sameSet', 'size', 'strictest', 'union', 'verify', 'witnesses',
  ]) // prettier-ignore
})
