/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'runs a pass that is to be left out',
    file: 'src/manager.ts',
    find: 'if (skipped) return before',
    replace: 'if (skipped && depth < 0) return before',
  },
  {
    name: 'joins passes whose levels do not meet',
    file: 'src/pipeline.ts',
    find: 'if (pass.from !== at)',
    replace: 'if (pass.from === undefined)',
  },
  {
    name: 'repeats no pass',
    file: 'src/pipeline.ts',
    find: 'if (next === current) return current',
    replace: 'if (round === 0) return next',
  },
  {
    name: 'forgets in text what is repeated',
    file: 'src/text.ts',
    find: '`fixpoint(${inner})` : inner',
    replace: 'inner : inner',
  },
  {
    name: 'does not compare what a pass leaves out',
    file: 'src/check-meaning.ts',
    find: 'if (pass.parts !== undefined || after === before) return',
    replace: 'if (pass.parts === undefined || after === before) return',
  },
  {
    name: 'blames the pipeline for its part',
    file: 'src/reproducer.ts',
    find: 'if (done) return ',
    replace: '',
  },
  {
    name: 'hands over the first run that fails only',
    file: 'src/reproducer.ts',
    find: 'if (depth === 0) done = false',
    replace: 'if (depth < 0) done = false',
  },
  {
    name: 'writes half of a mask',
    file: 'src/ir-json.ts',
    find: 'mask: hex(predicate.mask)',
    replace: 'mask: hex(predicate.mask & 0xffff_ffffn)',
  },
  {
    name: 'leaves out one pass too many',
    file: 'src/bisect.ts',
    find: 'const ran = number <= limit',
    replace: 'const ran = number < limit',
  },
  {
    name: 'counts on from one run to the next',
    file: 'src/bisect.ts',
    find: 'if (depth === 0) number = 0\n',
    replace: '',
  },
  {
    name: 'prints what did not change',
    file: 'src/print-ir.ts',
    find: "wanted === 'changed' ? after !== before",
    replace: "wanted === 'changed' ? after === before",
  },
  {
    name: 'loses when a pipeline began',
    file: 'src/timing.ts',
    find: 'begun[depth] = now()',
    replace: 'begun[0] = now()',
  },
]
