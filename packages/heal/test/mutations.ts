/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'edits the farthest rule',
    file: 'src/edit/tests.ts',
    find: 'a.equal.length - b.equal.length',
    replace: 'b.equal.length - a.equal.length',
  },
  {
    name: 'compares the sign of a value that may stand in two registers',
    file: 'src/edit/tests.ts',
    find: 'registersOf(call, index, value).length > 1 ? mask & LOW_WORD : mask',
    replace: 'mask',
  },
  {
    name: 'tests bits that the kernel does not read',
    file: 'src/edit/tests.ts',
    find: '& ((1n << BigInt(widthOf(call, index))) - 1n)',
    replace: '& U64.max',
  },
  {
    name: 'takes one selecting argument for all',
    file: 'src/edit/tests.ts',
    find: 'selecting.every(({ index }) => values.has(index))',
    replace: 'selecting.some(({ index }) => values.has(index))',
  },
  {
    name: 'keeps a comparison that holds for one register of two',
    file: 'src/edit/tests.ts',
    find: 'registersOf(call, condition.index, value).every(',
    replace: 'registersOf(call, condition.index, value).some(',
  },
  {
    name: 'tests values of a call of which some are not told',
    file: 'src/edit/find-steps.ts',
    find: 'refused.some(({ isTold }) => !isTold)',
    replace: 'refused.every(({ isTold }) => !isTold)',
  },
  {
    name: 'allows a call whole that has the most lists',
    file: 'src/edit/find-steps.ts',
    find: 'size <= FEW',
    replace: 'size < FEW',
  },
  {
    name: 'keeps steps that are not needed',
    file: 'src/edit/find-steps.ts',
    find: 'if (works(fewer)) kept = fewer',
    replace: '',
  },
  {
    name: 'takes a name out of every entry',
    file: 'src/edit/edit.ts',
    find: 'one.entry === entry && one.name === name',
    replace: 'one.name === name',
  },
  {
    name: 'adds a rule before an entry at the end',
    file: 'src/edit/edit.ts',
    find: 'added.before === entry',
    replace: 'added.before === -1',
  },
  {
    name: 'joins an entry that is several rules',
    file: 'src/edit/assemble.ts',
    find: 'parts.get(entry) !== 1 || ',
    replace: '',
  },
  {
    name: 'takes rules with other actions as alike',
    file: 'src/edit/condition-key.ts',
    find: 'isOpen ? undefined : action',
    replace: 'undefined',
  },
  {
    name: 'compares bits that a notation cannot write',
    file: 'src/edit/added-conditions.ts',
    find: 'mask === U64.max && (value & bits) === value',
    replace: 'mask === U64.max',
  },
  {
    name: 'forgets the sign of the least negative value',
    file: 'src/seen/registers.ts',
    find: 'value >= SIGN_BIT',
    replace: 'value > SIGN_BIT',
  },
  {
    name: 'tells apart registers that are equal to the kernel',
    file: 'src/seen/registers.ts',
    find: 'const read = mask & ((1n << BigInt(widthOf(call, index))) - 1n)',
    replace: 'const read = mask',
  },
  {
    name: 'takes some values as all',
    file: 'src/seen/seen-calls.ts',
    find: 'sumOf(group) >= total',
    replace: 'sumOf(group) > 0',
  },
  {
    name: 'takes arguments as told that no row has',
    file: 'src/seen/seen-calls.ts',
    find: 'isTold: left.length === 0',
    replace: 'isTold: true',
  },
  {
    name: 'loses the last value of a refused call',
    file: 'src/seen/report-rows.ts',
    find: 'slice(0, last + 1)',
    replace: 'slice(0, last)',
  },
  {
    name: 'takes an edit that leaves a refusal without effect',
    file: 'src/examine.ts',
    find: "looked.warnings.some((warning) => warning.name === 'lost-refusal')",
    replace: 'false',
  },
  {
    name: 'allows seen calls on every architecture',
    file: 'src/beyond.ts',
    find: 'signedAbiTable(abi).auditArch === section.arch',
    replace: 'section.arch >= 0',
  },
  {
    name: 'ends a regular expression in its class',
    file: 'src/text/masked-source.ts',
    find: "character === '/' && !isClass",
    replace: "character === '/'",
  },
  {
    name: 'divides items at commas within brackets',
    file: 'src/text/chain.ts',
    find: "masked[at] === ',' && depth === 0",
    replace: "masked[at] === ','",
  },
  {
    name: 'writes names and action in the other order',
    file: 'src/text/entry-yaml.ts',
    find: "keys.indexOf('action') < keys.indexOf('names')",
    replace: "keys.indexOf('action') > keys.indexOf('names')",
  },
  {
    name: 'takes the carriage return of a line for a part of it',
    file: 'src/text/splice.ts',
    find: "text[feed - 1] === '\\r' && feed > offset ? feed - 1 : feed",
    replace: 'feed',
  },
  {
    name: 'opens what lint calls high',
    file: 'src/judged-heal.ts',
    find: "severity === 'high'",
    replace: "severity === 'low'",
  },
  {
    name: 'counts what lint finds in the policy as it is',
    file: 'src/judged-heal.ts',
    find: '!known.has(keyOf(finding))',
    replace: 'finding !== undefined',
  },
  {
    name: 'withholds all calls for one',
    file: 'src/judged-heal.ts',
    find: 'await highOf([call])',
    replace: 'await highOf(healed)',
  },
  {
    name: 'does not compare what the text means when it is read again',
    file: 'src/judged-heal.ts',
    find: "equal(after.subject, edited(question, policy).subject).kind === 'equal'",
    replace: "equal(after.subject, edited(question, policy).subject).kind !== 'undecided'",
  },
  {
    name: 'shows what the edit opens with the seen calls',
    file: 'src/judged-heal.ts',
    find: 'ir: allowingSeen(filter.subject.ir, healed)',
    replace: 'ir: filter.subject.ir',
  },
  {
    name: 'opens high calls unasked',
    file: 'src/judged-heal.ts',
    find: 'opensHigh = false',
    replace: 'opensHigh = true',
  },
]
