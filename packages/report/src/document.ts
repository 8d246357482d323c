/*
 * A report in Markdown, for a comment on a pull request.
 *
 * GitHub takes no comment above MOST_CHARACTERS. A report that would be longer is cut between two lines, and its end says what
 * is left out. A folded part is a `details` element, which GitHub shows closed.
 */
import { toneLetters } from '@seccompile/draw'
import { assertNever } from '@seccompile/shape'
import { formatNumber, markdownCode, markdownText } from '@seccompile/text-layout'
import { markup } from './markup.ts'
import { anchorOf } from './report.ts'
import type { ReportBlock, ReportCell, ReportPiece, Report, ReportSection } from './report.ts'

/** The length of the longest comment that GitHub takes, in characters. */
const MOST_CHARACTERS = 65_536

function pieceText(piece: ReportPiece): string {
  if (typeof piece === 'string') return markdownText(piece)
  switch (piece.kind) {
    case 'code':
      return markdownCode(piece.text)
    case 'mark':
      return markdownText(piece.text)
    case 'verdict':
      return `**${toneLetters[piece.tone]}** ${markdownText(piece.text)}`
    case 'folded':
      return `<details><summary>${pieceText(piece.summary)}</summary>${piece.pieces.map(pieceText).join(', ')}</details>`
    default:
      return assertNever(piece)
  }
}

const isList = (cell: ReportCell): cell is readonly ReportPiece[] => Array.isArray(cell)

function cellText(cell: ReportCell): string {
  if (typeof cell === 'number') return formatNumber(cell)
  return isList(cell) ? cell.map(pieceText).join(', ') : pieceText(cell)
}

/** A part of the text that is written whole or left out. */
interface Piece {
  readonly text: string
  /** How many folded parts are open after this one. */
  readonly depth: number
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

function tableLines(header: readonly string[], rows: readonly (readonly ReportCell[])[]): readonly string[] {
  const isNumeric = (column: number): boolean =>
    rows.length > 0 && rows.every((row) => typeof row[column] === 'number')
  return [
    line(header.map(markdownText)) + line(header.map((_, column) => (isNumeric(column) ? '--:' : '---'))),
    ...rows.map((row) => line(row.map(cellText))),
  ]
}

function piecesOf(block: ReportBlock, depth = 0): readonly Piece[] {
  const here = (text: string): Piece => ({ text, depth })
  switch (block.kind) {
    case 'text':
      return [here(`\n${markdownText(block.text)}\n`)]
    case 'grade':
      return [here(`\n**Grade ${block.grade}**\n\n${markdownText(block.text)}\n`)]
    case 'folded':
      return [
        { text: `\n<details>\n<summary>${markup`${block.title}`.text}</summary>\n`, depth: depth + 1 },
        ...block.blocks.flatMap((each) => piecesOf(each, depth + 1)),
        here('\n</details>\n'),
      ]
    case 'table': {
      const { title, header, rows, note } = block
      const [first = '', ...lines] = tableLines(header, rows)
      const above = title === undefined ? '' : `\n${markdownText(title)}\n`
      return [
        `${above}\n${first}`,
        ...lines,
        ...(note === undefined ? [] : [`\n${markdownText(note)}\n`]),
      ].map(here)
    }
    default:
      return assertNever(block)
  }
}

/** The pieces of a part of the text, under its title. */
interface DocumentPart {
  readonly title: string
  readonly pieces: readonly Piece[]
}

const partOf = (title: string, blocks: readonly ReportBlock[]): DocumentPart => ({
  title,
  pieces: blocks.flatMap((block) => piecesOf(block)),
})

/** The sentence where the text is cut: the part that is cut, and those that are left out. */
function cutText(cut: string, out: readonly string[]): string {
  const rest = out.length === 0 ? '' : `, and ${out.map((title) => `“${title}”`).join(', ')}`
  return `\n**Cut here:** GitHub takes ${formatNumber(MOST_CHARACTERS)} characters in a comment. Left out: the rest of “${cut}”${rest}. Write the report with \`-o report.html\` to have all of it.\n`
}

/** The text of `parts`, at most `room` characters with the sentence that says what is cut. */
function fitted(parts: readonly DocumentPart[], room: number): string {
  const whole = parts.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')
  if (whole.length <= room) return whole
  let text = ''
  let open = 0
  for (const [i, { title, pieces }] of parts.entries()) {
    const cut = cutText(title, parts.slice(i + 1).map((part) => part.title)) // prettier-ignore
    for (const piece of pieces) {
      const end = '\n</details>\n'.repeat(Math.max(open, piece.depth)) + cut
      if (text.length + piece.text.length + end.length > room)
        return text + '\n</details>\n'.repeat(open) + cut
      text += piece.text
      open = piece.depth
    }
  }
  return text
}

const sectionPart = ({ title, blocks }: ReportSection): DocumentPart => {
  const { pieces } = partOf(title, blocks)
  return { title, pieces: [{ text: `\n## ${title}\n`, depth: 0 }, ...pieces] }
}

/**
 * The report as the text of a Markdown file, at most 65,536 characters; the same report always gives the same text.
 */
export function reportDocument({ title, head = [], facts, sections, maker }: Report): string {
  const about: ReportBlock = { kind: 'table', header: ['about', ''], rows: facts }
  const contents = sections.map((section) => `- [${section.title}](#${anchorOf(section)})\n`).join('')
  const start = `# ${markdownText(title)}\n`
  const end = `\n${markdownText(maker)}\n`
  const top = partOf('the head', [...head, about])
  const parts = [
    { ...top, pieces: [...top.pieces, { text: `\n${contents}`, depth: 0 }] },
    ...sections.map(sectionPart),
  ]
  return start + fitted(parts, MOST_CHARACTERS - start.length - end.length) + end
}
