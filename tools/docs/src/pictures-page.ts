/* The gallery: each kind of picture of `seccompile draw`, its question, and what to look at. */
import { KINDS } from '@seccompile/draw/kinds'

/** What a kind of picture is for. */
interface GalleryEntry {
  /** The question that the picture answers. */
  readonly question: string
  /** What to look at, in Markdown. */
  readonly look: string
  /** Filters and options, as they are typed: one picture for each. */
  readonly pictures: readonly string[]
}

const ENTRIES: Readonly<Record<string, GalleryEntry>> = {
  tree: {
    question: 'How does the filter find the number of a call?',
    look: 'Numbers run from left to right, and each row is a test. A way from the top to a coloured end is one call, and its depth is what the call costs. Right of a test with `>=` is yes. Wide ends near the top are good: many calls get their verdict after few tests. A box such as `+5` stands for five ranges that have no room. Each ABI has a tree of its own. `--call` frames the way of one call.',
    pictures: ['preset:no-network --abi x86_64 --call socket', 'preset:container-default --abi x86_64'],
  },
  graph: {
    question: 'Which tests share what follows them?',
    look: 'A solid line is yes, a dashed one is no. Where several lines meet in one box, calls share the tests from there on: the filter has these instructions once. Arrows into one verdict from many boxes are the usual shape.',
    pictures: ['preset:no-tty-injection --abi x86_64'],
  },
  arcs: {
    question: 'Where does each instruction of the listing jump, and what does A hold there?',
    look: 'An arc on the right is the `goto` of its line, one on the left the `else goto`. Long arcs to the same return are calls that are decided early. The bands on the left say which word of the call A holds: each new band is a load, which costs an instruction.',
    pictures: ['preset:no-exotic-sockets --abi x86_64'],
  },
  cost: {
    question: 'What does each allowed call cost, beside the filters of other shapes?',
    look: 'Each line has its calls from the cheapest to the dearest. A flat line is a filter under which all calls cost the same. A list rises with every call. The right end of a line is the worst call. Where the ratio is above ten, the axis is logarithmic.',
    pictures: ['preset:container-default --abi x86_64'],
  },
  barcode: {
    question: 'Which calls run, and what changes to another filter?',
    look: 'A bar is a call, by its number. Tall bars run, low ones fail or kill, and a marked end means that arguments decide. Of two filters, the row in the middle marks each call that changes: nothing in it means that nothing changes.',
    pictures: [
      'preset:no-new-namespaces --abi x86_64',
      'preset:container-default preset:nested-sandbox --abi x86_64',
    ],
  },
  plane: {
    question: 'For which arguments does one call run?',
    look: 'The two axes are the arguments that the filter asks most, cut where its verdict changes. A step of an axis is a class of values that the filter does not tell apart. Without `--call`, the command names the calls that have a plane.',
    pictures: ['preset:node-server --abi x86_64 --call socket'],
  },
  waterfall: {
    question: 'What did each pass of the compiler gain?',
    look: 'Each panel is one level with one unit: ranges, nodes or instructions. Bars of one panel compare; bars of two do not. The figure in parentheses is the change to the pass before.',
    pictures: ['preset:container-default --abi x86_64 --pipeline size'],
  },
  bitmap: {
    question: 'Which calls never run the filter, and what keeps the others out?',
    look: 'A square is a number. Linux 5.11 and newer decides the full ones from its allow bitmap, without the filter. Below stands the instruction that keeps the other allowed calls out, such as the load of an argument.',
    pictures: ['preset:container-default --abi x86_64'],
  },
}

const HEAD = `<!-- Written by "npm run gen docs" from the kinds of @seccompile/draw, by tools/docs. -->

# Pictures

\`seccompile draw KIND FILE\` draws a filter of any tool, or the filter of a policy. A picture is an SVG file that follows light and
dark, and holds its description for readers who do not see it. The [playground](playground.md) draws the same pictures of the
text that is typed there. A click on a picture of this page opens it in its full size.

Verdicts have one colour, one pattern and one letter in all pictures: green \`A\` runs, amber \`E\` fails with the errno behind the
letter, red \`K\` kills, violet \`N\`, \`P\` and \`T\` hand the call to another process or to a signal handler, and blue \`?\` depends on
arguments.
`

/** The page in Markdown, not yet laid out. @throws Error for a kind without an entry */
export function picturesPage(): string {
  const rows = KINDS.map(({ name }) => `| [\`${name}\`](#${name}) | ${ENTRIES[name]?.question} |\n`)
  const sections = KINDS.map(({ name }) => {
    const entry = ENTRIES[name]
    if (entry === undefined) throw new Error(`the gallery has no entry for the picture "${name}"`)
    const drawn = entry.pictures.map(
      (typed) => `\`seccompile draw ${name} ${typed}\`:\n\n<!-- draw: ${name} ${typed} -->\n`,
    )
    return [`## ${name}\n`, `**${entry.question}**\n`, `${entry.look}\n`, ...drawn].join('\n')
  })
  return [HEAD, `| kind | question |\n| --- | --- |\n${rows.join('')}`, ...sections].join('\n')
}
