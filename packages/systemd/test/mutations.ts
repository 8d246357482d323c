/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'forgets the calls of @default',
    file: 'src/call-list.ts',
    find: 'if (this.#isAllowList && this.#options.isFilter)',
    replace: 'if (this.#isAllowList && !this.#options.isFilter)',
  },
  {
    name: 'keeps a call that a later line takes off',
    file: 'src/call-list.ts',
    find: 'else this.#calls.delete(name)',
    replace: 'else if (action !== undefined) this.#calls.delete(name)',
  },
  {
    name: 'keeps the lines before an empty one',
    file: 'src/call-list.ts',
    find: '      this.#calls = new Map()\n      return',
    replace: '      return',
  },
  {
    name: 'goes on after an even number of backslashes',
    file: 'src/unit.ts',
    find: '[0].length % 2 === 1',
    replace: '[0].length > 0',
  },
  {
    name: 'takes no mark of byte order off',
    file: 'src/unit.ts',
    find: 'const line = isMarked ? whole.slice(1) : whole',
    replace: 'const line = whole',
  },
  {
    name: 'takes an escape for itself',
    file: 'src/words.ts',
    find: '      word += text[at]!\n',
    replace: '      word += `\\\\${text[at]!}`\n',
  },
  {
    name: 'refuses a write that a list does not name',
    file: 'src/parse.ts',
    find: "if (before === undefined) calls.set('write', { name: 'write', action: undefined, source: undefined })",
    replace: '',
  },
  {
    name: 'gives ENOSYS to known calls too',
    file: 'src/parse.ts',
    find: 'const refused = refusedByName(list, names).map((name) => ({ name, action: negative }))',
    replace: 'const refused: readonly Ruled[] = []',
  },
  {
    name: 'knows calls of other ABIs',
    file: 'src/libseccomp-names.ts',
    find: 'native.numbers.has(name) && otherDoorOf(native, name) === undefined',
    replace: "name !== '' && otherDoorOf(native, name) === undefined",
  },
  {
    name: 'knows calls that libseccomp does not',
    file: 'src/libseccomp-names.ts',
    find: 'isSyscallName(name) && names.has(name)',
    replace: 'isSyscallName(name) && names.size > 0',
  },
  {
    name: 'leaves blocked ABIs open where the target names them',
    file: 'src/parse.ts',
    find: '...(closed.length === 0 ? {} : { closed }),',
    replace: '',
  },
  {
    name: 'does not take off what @default implies',
    file: 'src/write-lists.ts',
    find: '[...off, ...refused.map(',
    replace: '[...refused.map(',
  },
  {
    name: 'writes a word with ENOSYS',
    file: 'src/write.ts',
    find: 'const negative = refused.includes(enosys) ? enosys : mostOf',
    replace: 'const negative = mostOf',
  },
  {
    name: 'takes a multiplexer for one that decides alone',
    file: 'src/write-multiplexers.ts',
    find: 'if (decidesAlone(multiplexer, own, lists, given)) continue',
    replace: 'continue',
  },
  {
    name: 'names an errno that ABIs number otherwise',
    file: 'src/write-lists.ts',
    find: 'number > LAST_COMMON_ERRNO',
    replace: 'number > 4095',
  },
  {
    name: 'says killed numbers in a note',
    file: 'src/write.ts',
    find: "actionOf(verdict) === 'ERRNO' && verdict !== SUCCESS",
    replace: 'verdict !== SUCCESS',
  },
  {
    name: 'writes a line for architectures that has no effect',
    file: 'src/write.ts',
    find: 'const isClosed = isClosing(abis)',
    replace: 'const isClosed = true',
  },
  {
    name: 'looks at the first program of a setting alone',
    file: 'src/unfiltered.ts',
    find: 'commandsOf(value.text).find(isUnfiltered)',
    replace: 'commandsOf(value.text).slice(0, 1).find(isUnfiltered)',
  },
  {
    name: 'overlooks a plus behind another mark',
    file: 'src/unfiltered.ts',
    find: '/^["\']?[-@:!|]*\\+/',
    replace: '/^["\']?\\+/',
  },
  {
    name: 'takes a plus within a program for a mark',
    file: 'src/unfiltered.ts',
    find: '/^["\']?[-@:!|]*\\+/',
    replace: '/["\']?[-@:!|]*\\+/',
  },
  {
    name: 'warns of a program that an empty value removed',
    file: 'src/unfiltered.ts',
    find: 'if (!COMMAND.test(key) || isReset) return []',
    replace: 'if (!COMMAND.test(key)) return []',
  },
  {
    name: 'takes a helper for the program of the service',
    file: 'src/unfiltered.ts',
    find: "key === 'ExecStart' ? made : { ...made, severity: 'medium' as const }",
    replace: 'made',
  },
  {
    name: 'takes a remark on the kernel for the summary of a set',
    file: 'src/parse-sets.ts',
    find: " || (comment !== undefined && indent === '')",
    replace: '',
  },
  {
    name: 'has no sets within sets',
    file: 'src/parse-sets.ts',
    find: 'current.sets.push(`@${set}`)',
    replace: 'current.own.push(`@${set}`)',
  },
  {
    name: 'takes a text without sets',
    file: 'src/parse-sets.ts',
    find: '  if (found.length === 0)\n',
    replace: '  if (found.length < 0)\n',
  },
  {
    name: 'counts lines from 0',
    file: 'src/parse-sets.ts',
    find: 'line ${i + 1}',
    replace: 'line ${i}',
  },
]
