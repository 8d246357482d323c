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
  {
    name: 'counts a call as changed in one direction that changes in two',
    file: 'src/changes/change-counts.ts',
    find: 'union(U32, partial, others)',
    replace: 'partial',
  },
  {
    name: 'says every call of an ABI of which some change for some arguments',
    file: 'src/changes/change-counts.ts',
    find: 'partly.length === 0 && sameSet(all, own)',
    replace: 'sameSet(all, own)',
  },
  {
    name: 'joins ABIs on which other calls change',
    file: 'src/changes/change-counts.ts',
    find: '[names(changed), names(some), ranges]',
    replace: '[changed.length, some.length, ranges]',
  },
  {
    name: 'counts the numbers with names among those without',
    file: 'src/changes/change-counts.ts',
    find: 'difference(U32, all, named).length',
    replace: 'all.length',
  },
  {
    name: 'counts a call in several directions where only one is asked',
    file: 'src/changes/change-counts.ts',
    find: 'counted.length < 2 ? 0 : ',
    replace: 'counted.length < 1 ? 0 : ',
  },
  {
    name: 'puts the main ABI last',
    file: 'src/changes/change-counts.ts',
    find: 'rank(a) - rank(b)',
    replace: 'rank(b) - rank(a)',
  },
  {
    name: 'says both for three directions',
    file: 'src/changes/change-counts.ts',
    find: "calls.length === 2 ? 'both'",
    replace: "calls.length >= 2 ? 'both'",
  },
  {
    name: 'says how many of the calls change for some arguments where all do',
    file: 'src/changes/change-counts.ts',
    find: 'partly === calls ?',
    replace: 'partly > calls ?',
  },
  {
    name: 'gives an errno the name of x86_64 where the ABI is not known',
    file: 'src/names/verdict-at.ts',
    find: "typeof place === 'number' || known.length === place.length ?",
    replace: "typeof place === 'number' || known.length > 0 ?",
  },
  {
    name: 'names an errno where numbers are asked for',
    file: 'src/names/verdict-at.ts',
    find: 'raw ? verdictName(verdict) : ',
    replace: '',
  },
  {
    name: 'names the field of an errno by its verdict',
    file: 'src/names/verdict-at.ts',
    find: "field === 'verdict' ? 'errno' : `${field}Errno`",
    replace: '`${field}Errno`',
  },
]
