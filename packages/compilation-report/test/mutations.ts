/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'says that a skipped proof holds',
    file: 'src/certificate.ts',
    find: "return 'not proved equal to the policy, as asked'",
    replace: "return 'proved equal to the policy'",
  },
  {
    name: 'does not warn of an undecided proof',
    file: 'src/certificate.ts',
    find: "certificate.kind !== 'undecided'",
    replace: "certificate.kind === 'undecided'",
  },
  {
    name: 'offers more effort where all was tried',
    file: 'src/certificate.ts',
    find: "effort === 'max' ? '' :",
    replace: "effort !== 'max' ? '' :",
  },
  {
    name: 'shows seconds as milliseconds',
    file: 'src/certificate.ts',
    find: 'ms / MS',
    replace: 'ms',
  },
  {
    name: 'takes the longest filter of a stack for its cost',
    file: 'src/stack-cost.ts',
    find: 'parts.reduce((sum, { steps }) => sum + steps, 0)',
    replace: 'Math.max(...parts.map(({ steps }) => steps))',
  },
  {
    name: 'counts a call as cached that one filter caches',
    file: 'src/stack-cost.ts',
    find: 'parts.every(({ uncached })',
    replace: 'parts.some(({ uncached })',
  },
  {
    name: 'takes the verdict of the first filter for that of the stack',
    file: 'src/stack-cost.ts',
    find: 'stackVerdict(parts.map(({ verdict }) => verdict)) === allow',
    replace: 'parts[0]!.verdict === allow',
  },
  {
    name: 'bounds a stack by its longest filter',
    file: 'src/stack-cost.ts',
    find: 'longestPath: total(({ longestPath }) => longestPath)',
    replace: 'longestPath: Math.max(...costs.map(({ longestPath }) => longestPath))',
  },
  {
    name: 'counts the eBPF of a stack without what the kernel adds',
    file: 'src/stack-cost.ts',
    find: 'pathLength(filters.map(({ program }) => program))',
    replace: 'total(({ ebpfInsns }) => ebpfInsns)',
  },
  {
    name: 'has a mean of an empty group',
    file: 'src/stack-cost.ts',
    find: "count === 0 ? { mean: '-', worst: '-' } : { mean, worst }",
    replace: '{ mean, worst }',
  },
  {
    name: 'repeats a note of several presets',
    file: 'src/preset-facts.ts',
    find: 'names.set(text, [...(names.get(text) ?? []), name])',
    replace: 'names.set(`${text}${name}`, [name])',
  },
  {
    name: 'does not say which preset a note is of',
    file: 'src/preset-facts.ts',
    find: 'own.length === presets.length ? text',
    replace: 'own.length > 0 ? text',
  },
  {
    name: 'exchanges before and after',
    file: 'src/optimization.ts',
    find: '${after.insns} instructions (was ${before.insns})',
    replace: '${before.insns} instructions (was ${after.insns})',
  },
  {
    name: 'exchanges the mean before and after',
    file: 'src/optimization.ts',
    find: 'old.mean, now.mean',
    replace: 'now.mean, old.mean',
  },
  {
    name: 'says the worst of allowed calls of denied ones',
    file: 'src/optimization.ts',
    find: 'stepCells(was.denied).worst, stepCells(denied).worst',
    replace: 'stepCells(was.allowed).worst, stepCells(allowed).worst',
  },
  {
    name: 'has the rows of single calls for machines',
    file: 'src/optimization.ts',
    find: 'before: summary(before)',
    replace: 'before',
  },
  {
    name: 'names all calls of a group',
    file: 'src/cost.ts',
    find: 'calls.slice(0, NAMED)',
    replace: 'calls',
  },
  {
    name: 'counts others wrongly',
    file: 'src/cost.ts',
    find: 'calls.length - NAMED',
    replace: 'calls.length',
  },
  {
    name: 'shows denied calls as allowed',
    file: 'src/cost.ts',
    find: "[abi, 'denied', ...groupCells(denied, isWeighted), '']",
    replace: "[abi, 'denied', ...groupCells(allowed, isWeighted), '']",
  },
  {
    name: 'exchanges mean and weighted mean',
    file: 'src/cost.ts',
    find: "[count, mean, weighted?.mean ?? '', worst",
    replace: "[count, weighted?.mean ?? '', mean, worst",
  },
  {
    name: 'names a pass that changed something among the idle ones',
    file: 'src/cost.ts',
    find: 'filter((name) => !changed.has(name))',
    replace: 'filter((name) => changed.has(name))',
  },
  {
    name: 'calls an exact bound a lower one',
    file: 'src/cost.ts',
    find: "exact === true ? 'exact' : 'a lower bound'",
    replace: "exact === true ? 'a lower bound' : 'exact'",
  },
  {
    name: 'shows each call unasked',
    file: 'src/cost.ts',
    find: '...(isPerCall ? abis.map(perCallPart) : [])',
    replace: '...abis.map(perCallPart)',
  },
  {
    name: 'says that a filter is the best which is not',
    file: 'src/compilation.ts',
    find: "Number(gap) === 0 ? '' :",
    replace: "Number(gap) >= 0 ? '' :",
  },
  {
    name: 'rounds a bound up',
    file: 'src/compilation.ts',
    find: 'Math.floor(value / unit + ROUNDING) * unit',
    replace: 'Math.ceil(value / unit) * unit',
  },
  {
    name: 'cuts an exact figure',
    file: 'src/compilation.ts',
    find: 'Math.floor(value / unit + ROUNDING) * unit',
    replace: 'Math.floor(value / unit) * unit',
  },
  {
    name: 'attaches the last filter first',
    file: 'src/compilation.ts',
    find: '${printableLine(files[0]!)} first and ${printableLine(files.at(-1)!)} last',
    replace: '${printableLine(files.at(-1)!)} first and ${printableLine(files[0]!)} last',
  },
  {
    name: 'does not say whose the listener is',
    file: 'src/compilation.ts',
    find: 'files.filter((_, i) => filters[i]!.notifies)',
    replace: 'files.filter((_, i) => !filters[i]!.notifies)',
  },
  {
    name: 'says an unknown action without its kernel',
    file: 'src/compilation.ts',
    find: 'knownUpTo === undefined\n      ?',
    replace: 'knownUpTo !== undefined\n      ?',
  },
  {
    name: 'counts the bytes of the first file only',
    file: 'src/compilation.ts',
    find: 'sizes.reduce((sum, size) => sum + size, 0)',
    replace: 'sizes[0]',
  },
  {
    name: 'computes a bound that nobody asked for',
    file: 'src/compilation.ts',
    find: 'isBounded ? compilation.objective : withoutBound(compilation.objective)',
    replace: 'compilation.objective',
  },
  {
    name: 'drops the warnings of reading',
    file: 'src/compilation.ts',
    find: '[...loaded.warnings, ...compilation.warnings]',
    replace: '[...compilation.warnings]',
  },
  {
    name: 'says nothing of rules for multiplexers',
    file: 'src/compilation.ts',
    find: "asked.multiplexers === 'runc'",
    replace: "asked.multiplexers === ('none' as string)",
  },
  {
    name: 'shows the mean of another objective as its own',
    file: 'src/compilation.ts',
    find: "hasWeights ? 'unweighted mean' : 'mean'",
    replace: "'mean'",
  },
  {
    name: 'lets the name of a file break a line',
    file: 'src/compilation.ts',
    find: '`${printableLine(files[i]!)}: ${program.length}',
    replace: '`${files[i]!}: ${program.length}',
  },
]
