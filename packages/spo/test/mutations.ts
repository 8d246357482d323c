/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes a value that the resource has no number for',
    file: 'src/write.ts',
    find: 'condition.value <= MAX_VALUE &&',
    replace: '',
  },
  {
    name: 'takes any errno for a default',
    file: 'src/write.ts',
    find: 'dataOf(verdict) === (hasData(verdict) ? EPERM : 0)',
    replace: 'true',
  },
  {
    name: 'takes data of 0',
    file: 'src/write.ts',
    find: 'hasData(verdict) === (dataOf(verdict) !== 0)',
    replace: 'true',
  },
  {
    name: 'writes no errno',
    file: 'src/write.ts',
    find: '...(errnoRet === EPERM ? {} : { errnoRet }),',
    replace: '',
  },
  {
    name: 'keeps an errno of 0',
    file: 'src/spec.ts',
    find: "if (text === '' || text === '0') return undefined",
    replace: "if (text === '') return undefined",
  },
  {
    name: 'takes an absent value for a mistake',
    file: 'src/spec.ts',
    find: "if (field(own, 'value') !== undefined) return own",
    replace: 'return own',
  },
  {
    name: 'keeps the native architecture',
    file: 'src/spec.ts',
    find: "item.kind !== 'string' || item.value !== 'SCMP_ARCH_NATIVE'",
    replace: 'true',
  },
  {
    name: 'counts an alias as one value',
    file: 'src/yaml-tree.ts',
    find: 'grow(part.size, source)',
    replace: 'grow(1, source)',
  },
  {
    name: 'takes a key that is written twice',
    file: 'src/yaml-tree.ts',
    find: 'seen.set(name, source)',
    replace: '',
  },
  {
    name: 'takes a resource of another group',
    file: 'src/parse.ts',
    find: '!VERSIONS.includes(version)',
    replace:
      "!VERSIONS.some((known) => known.slice(known.indexOf('/')) === version.slice(version.indexOf('/')))",
  },
]
