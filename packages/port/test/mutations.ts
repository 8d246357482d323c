/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes a refusal after which the library goes on as an end',
    file: 'src/lost-refusals.ts',
    find: 'refusals.every((verdict) => isEnosysVerdict(on, verdict))',
    replace: '!refusals.every((verdict) => isEnosysVerdict(on, verdict))',
  },
  {
    name: 'takes a function as running of which one call runs',
    file: 'src/lost-refusals.ts',
    find: '!course.every((call) => runs(on.there, call))',
    replace: '!course.some((call) => runs(on.there, call))',
  },
  {
    name: 'names lost refusals of an allow-list',
    file: 'src/lost-refusals.ts',
    find: 'if (!mayRun(policy.defaultAction)) return []',
    replace: '',
  },
  {
    name: 'takes a function as refused of which one form runs',
    file: 'src/lost-refusals.ts',
    find: 'first === undefined || lost.includes(undefined)',
    replace: 'first === undefined',
  },
  {
    name: 'extends the sign of an argument that has none',
    file: 'src/move-predicate.ts',
    find: 'wordSize === 64 && signed && extended',
    replace: 'wordSize === 64 && extended',
  },
  {
    name: 'takes a call without a successor as refused where it runs under a condition',
    file: 'src/lost-refusals.ts',
    find: 'if (successors.length === 0) return isNever(one.where)',
    replace: 'if (successors.length === 0) return !isNever(one.where)',
  },
  {
    name: 'extends no sign',
    file: 'src/move-predicate.ts',
    find: 'BigInt.asUintN(64, BigInt.asIntN(width, value))',
    replace: 'BigInt.asUintN(64, BigInt.asUintN(width, value))',
  },
  {
    name: 'forgets that a library may leave out the sign',
    file: 'src/move-predicate.ts',
    find: '? [value, extended] : [value]',
    replace: '? [extended] : [value]',
  },
  {
    name: 'takes what the edit opens as closed for other functions',
    file: 'src/judge-calls.ts',
    find: 'if (isAdded && on.refusals(part.call, all([need.where, part.made])).length > 0) return []',
    replace: '',
  },
  {
    name: 'gives a negative value that a test excludes',
    file: 'src/move-predicate.ts',
    find: 'isList ? passes.includes(true) : !passes.includes(false)',
    replace: 'passes.includes(true)',
  },
  {
    name: 'lets negative values of a wider argument through',
    file: 'src/move-predicate.ts',
    find: 'hi: whole >> 1n',
    replace: 'hi: whole',
  },
  {
    name: 'moves a test of a high word to registers without one',
    file: 'src/move-predicate.ts',
    find: '(test.mask & LOW_WORD) === 0n',
    replace: '(test.mask & LOW_WORD) === 1n',
  },
  {
    name: 'drops a condition that cannot be moved',
    file: 'src/move-predicate.ts',
    find: 'return unmoved[0] ?? { kind',
    replace: 'return { kind',
  },
  {
    name: 'takes an argument of two registers for one of one',
    file: 'src/move-predicate.ts',
    find: 'other.high !== undefined || own.high !== undefined',
    replace: 'own.high !== undefined',
  },
  {
    name: 'compares the high word of a negative value',
    file: 'src/move-predicate.ts',
    find: 'isPlain ? wordSize : width',
    replace: 'wordSize',
  },
  {
    name: 'takes a test of some changed bits for one of all',
    file: 'src/values-on-abis.ts',
    find: '(test.mask & changed) === changed',
    replace: '(test.mask & changed) !== 0n',
  },
  {
    name: 'forgets numbers that hold only there',
    file: 'src/values-on-abis.ts',
    find: 'holds(a) !== holds(b)',
    replace: 'holds(a) && !holds(b)',
  },
  {
    name: 'opens clone3, whose flags lie in memory',
    file: 'src/judge-calls.ts',
    find: "  ['clone3', 'flags'],\n",
    replace: '',
  },
  {
    name: 'allows a call without a test that the policy has',
    file: 'src/judge-calls.ts',
    find: 'open.length > 0',
    replace: 'open.length > 1',
  },
  {
    name: 'forgets functions for which no condition could be moved',
    file: 'src/judge-calls.ts',
    find: '[needed.unmoved, needed.alone]',
    replace: '[needed.alone]',
  },
  {
    name: 'forgets functions that make a call beside others',
    file: 'src/judge-calls.ts',
    find: '[needed.unmoved, needed.alone]',
    replace: '[needed.unmoved]',
  },
  {
    name: 'takes a call beside others as allowed that runs with other values',
    file: 'src/judge-calls.ts',
    find: 'isAlone ? on.runs(call, made)',
    replace: 'isAlone ? on.runs(call)',
  },
  {
    name: 'takes what one alternative tests as tested by all',
    file: 'src/judge-calls.ts',
    find: "if (predicate.kind === 'all') return parts.flat()",
    replace: 'return parts.flat()',
  },
  {
    name: 'pairs calls of functions that make several',
    file: 'src/same-calls.ts',
    find: 'only === undefined || others.length > 0',
    replace: 'only === undefined',
  },
  {
    name: 'keeps steps without effect',
    file: 'src/confirmed-calls.ts',
    find: '|| hasEffect(one, on)',
    replace: '|| hasEffect(one, on) || true',
  },
  {
    name: 'keeps steps that differ between two ABIs',
    file: 'src/agreed.ts',
    find: 'keys.size > 1',
    replace: 'keys.size > 2',
  },
  {
    name: 'forgets a refusal before what the policy allows',
    file: 'src/allowed-calls.ts',
    find: '[answer.when, ...before.map((each) => not(each.when))]',
    replace: '[answer.when]',
  },
  {
    name: 'names calls as left for which a call stands in',
    file: 'src/left-calls.ts',
    find: '!served.has(call) && ',
    replace: '',
  },
  {
    name: 'opens a call that stands in for none',
    file: 'src/needed-calls.ts',
    find: 'isAlone ? NEVER : made',
    replace: 'made',
  },
  {
    name: 'opens a harmless call of which the policy lets a part run',
    file: 'src/needed-calls.ts',
    find: 'own.length > 0 ? own : restrictedCalls(call, of)',
    replace: 'own',
  },
  {
    name: 'takes a call that the function still makes as replaced',
    file: 'src/needed-calls.ts',
    find: '!others.has(name) && doTheSame',
    replace: 'doTheSame',
  },
  {
    name: 'gives a target capabilities that the rule excludes',
    file: 'src/rule-groups.ts',
    find: '.filter((cap) => !(of.excludes?.caps ?? []).includes(cap))',
    replace: '',
  },
  {
    name: 'asks about a kernel that is too old for the rule',
    file: 'src/rule-groups.ts',
    find: 'isAtLeast(kernel, minKernel) ? kernel : minKernel',
    replace: 'kernel',
  },
  {
    name: 'takes one older call for all of them',
    file: 'src/meant-functions.ts',
    find: 'others.every((one) => !isNever',
    replace: 'others.some((one) => !isNever',
  },
  {
    name: 'keeps lists that others contain',
    file: 'src/test-lists.ts',
    find: 'other.keys.size < keys.size || j < i',
    replace: 'j < i',
  },
  {
    name: 'takes the number of two things for that of one',
    file: 'src/other-numbers.ts',
    find: 'others.length > 0 || isShared',
    replace: 'others.length > 0',
  },
]
