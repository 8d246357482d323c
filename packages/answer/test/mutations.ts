/** Faults that the tests of this package must catch. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'takes an undecided question for a yes',
    file: 'src/answer.ts',
    find: "status: 'undecided',",
    replace: "status: 'yes',",
  },
  {
    name: 'forgets the warnings of an undecided question',
    file: 'src/answer.ts',
    find: '...context,',
    replace: '',
  },
  {
    name: 'gives machines no reason',
    file: 'src/answer.ts',
    find: "answer: 'undecided', reason }",
    replace: "answer: 'undecided' }",
  },
  {
    name: 'gives people no reason',
    file: 'src/answer.ts',
    find: 'remarks: [notDecided(reason)]',
    replace: "remarks: [notDecided('')]",
  },
  {
    name: 'reads .htm as text',
    file: 'src/forms.ts',
    find: "htm: 'html'",
    replace: "htm: 'text'",
  },
  {
    name: 'swallows a text without colours',
    file: 'src/answer.ts',
    find: 'bold: (text) => text,',
    replace: "bold: () => '',",
  },
]
