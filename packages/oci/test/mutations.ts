/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'refuses the deepest nesting',
    file: 'src/json.ts',
    find: 'depth > MAX_PROFILE_DEPTH',
    replace: 'depth >= MAX_PROFILE_DEPTH',
  },
  {
    name: 'counts the commas and not the first value in brackets',
    file: 'src/json.ts',
    find: 'values += 1 // the first in brackets, as if none were empty, or the next',
    replace: "values += character === ',' ? 1 : 0",
  },
  {
    name: 'ends a string at an escaped quote',
    file: 'src/json.ts',
    find: "if (character === '\\\\') offset += 1",
    replace: "if (character === '\\\\') offset += 0",
  },
  {
    name: 'counts a line end of two characters twice',
    file: 'src/json.ts',
    find: '/\\r\\n|\\n|\\r/g',
    replace: '/\\n|\\r/g',
  },
  {
    name: 'refuses the largest number',
    file: 'src/read.ts',
    find: 'BigInt(node.text) <= max',
    replace: 'BigInt(node.text) < max',
  },
  {
    name: 'ignores a key in another case',
    file: 'src/read.ts',
    find: 'name.toLowerCase() === key.toLowerCase()',
    replace: 'name === key',
  },
  {
    name: 'warns of the largest errno',
    file: 'src/action.ts',
    find: 'number.value > MAX_ERRNO',
    replace: 'number.value >= MAX_ERRNO',
  },
  {
    name: 'takes two errnos that do not agree',
    file: 'src/action.ts',
    find: 'if (named === value) return',
    replace: 'if (named !== -1) return',
  },
  {
    name: 'takes an argument 6',
    file: 'src/profile.ts',
    find: 'index >= BigInt(SECCOMP_DATA_ARGS)',
    replace: 'index > BigInt(SECCOMP_DATA_ARGS)',
  },
  {
    name: 'forgets what a rule excludes',
    file: 'src/profile.ts',
    find: '    ...(excludes === undefined ? {} : { excludes }),\n',
    replace: '',
  },
  {
    name: 'reads conditions of one argument together',
    file: 'src/profile.ts',
    find: "repeatedAs === 'together'",
    replace: "repeatedAs !== 'apart'",
  },
  {
    name: 'writes the old word of an action',
    file: 'src/words.ts',
    find: '.findLast(([, each])',
    replace: '.find(([, each])',
  },
  {
    name: 'drops the data of an action that has none in a profile',
    file: 'src/write.ts',
    find: '(hasData(verdict) || dataOf(verdict) === 0)',
    replace: 'true',
  },
  {
    name: 'drops the errno of the default',
    file: 'src/write.ts',
    find: '      ...(hasData(otherwise) ? { defaultErrnoRet: dataOf(otherwise) } : {}),\n',
    replace: '',
  },
  {
    name: 'writes more rules with masks than a container should have',
    file: 'src/exact-clauses.ts',
    find: 'clauses.length > MAX_MASKED',
    replace: 'clauses.length > 2 * MAX_MASKED',
  },
  {
    name: 'forgets an entry with the old single name',
    file: 'src/edited-entries.ts',
    find: 'names ?? (name === undefined ? [] : [name])',
    replace: 'names ?? []',
  },
  {
    name: 'leaves the comma before an entry that was the last',
    file: 'src/edited-entries.ts',
    find: 'cut(before.offset + before.length, ',
    replace: 'cut(entry.offset, ',
  },
  {
    name: 'refuses a multiplexer less strictly than its calls',
    file: 'src/multiplexers.ts',
    find: 'strictnessOf(verdict) <= strictest',
    replace: 'strictnessOf(verdict) >= strictest',
  },
  {
    name: 'refuses a multiplexer as the weakest verdict asks',
    file: 'src/multiplexers.ts',
    find: 'Math.min(',
    replace: 'Math.max(',
  },
]
