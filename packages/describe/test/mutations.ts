/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes a number with a leading zero',
    file: 'src/calls/call-number.ts',
    find: '|0|[1-9]',
    replace: '|0|[0-9]',
  },
  {
    name: 'refuses the least number of 32 bits',
    file: 'src/calls/call-number.ts',
    find: 'value < -0x8000_0000n',
    replace: 'value <= -0x8000_0000n',
  },
  {
    name: 'accepts a value with bits outside the compared bits',
    file: 'src/calls/argument-tests.ts',
    find: '(value & ~mask) !== 0n',
    replace: '(value & ~mask) === ~mask',
  },
  {
    name: 'lets two tests of one argument share bits',
    file: 'src/calls/argument-tests.ts',
    find: 'before.index === index && (before.mask & mask) !== 0n',
    replace: 'before.index === index && before.mask === mask',
  },
  {
    name: 'swaps the halves of an argument in two registers',
    file: 'src/calls/argument-tests.ts',
    find: '{ index: high, mask: mask >> 32n, value: value >> 32n }',
    replace: '{ index, mask: mask >> 32n, value: value >> 32n }',
  },
  {
    name: 'says "every call" of some calls',
    file: 'src/parts/alike.ts',
    find: 'if (sameSet(numbers, own))',
    replace: 'if (numbers.length === own.length)',
  },
  {
    name: 'joins calls whose conditions differ',
    file: 'src/parts/alike.ts',
    find: 'JSON.stringify([keyOf(part), condition])',
    replace: 'JSON.stringify([keyOf(part)])',
  },
  {
    name: 'shows one call fewer than there is room for',
    file: 'src/parts/regions.ts',
    find: 'return more > 0 ?',
    replace: 'return more >= 0 ?',
  },
  {
    name: 'counts a call in the largest of its groups',
    file: 'src/parts/group-shares.ts',
    find: 'a.calls.length - b.calls.length',
    replace: 'b.calls.length - a.calls.length',
  },
  {
    name: 'takes calls with other conditions or verdicts for alike',
    file: 'src/parts/short-meaning.ts',
    find: 'there !== undefined && there.key !== outcomes.get(name)!.key',
    replace: 'there !== undefined && there.cases.length !== outcomes.get(name)!.cases.length',
  },
  {
    name: 'begins a raw filter with an architecture of 32 bits',
    file: 'src/changes/question.ts',
    find: '...arches.filter((arch) => arch >= ARCH_64BIT), ',
    replace: '',
  },
]
