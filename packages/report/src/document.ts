/* A report in Markdown. */
import { toneLetters } from '@seccompile/draw'
import { assertNever } from '@seccompile/shape'
import { formatNumber, markdownCode, markdownText } from '@seccompile/text-layout'
import { anchorOf } from './report.ts'
import type { ReportBlock, ReportCell, ReportPiece, Report, ReportSection } from './report.ts'

function pieceText(piece: ReportPiece): string {
  if (typeof piece === 'string') return markdownText(piece)
  if (piece.kind === 'code') return markdownCode(piece.text)
  return `${piece.kind === 'verdict' ? `**${toneLetters[piece.tone]}** ` : ''}${markdownText(piece.text)}`
}

const isList = (cell: ReportCell): cell is readonly ReportPiece[] => Array.isArray(cell)

function cellText(cell: ReportCell): string {
  if (typeof cell === 'number') return formatNumber(cell)
  return isList(cell) ? cell.map(pieceText).join(', ') : pieceText(cell)
}

function tableText(header: readonly string[], rows: readonly (readonly ReportCell[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  const isNumeric = (column: number): boolean =>
    rows.length > 0 && rows.every((row) => typeof row[column] === 'number')
  return [
    line(header.map(markdownText)),
    line(header.map((_, column) => (isNumeric(column) ? '--:' : '---'))),
    ...rows.map((row) => line(row.map(cellText))),
  ].join('')
}

function blockText(block: ReportBlock): string {
  switch (block.kind) {
    case 'text':
      return `${markdownText(block.text)}\n`
    case 'table': {
      const { title, header, rows, note } = block
      return [
        title === undefined ? '' : `${markdownText(title)}\n\n`,
        tableText(header, rows),
        note === undefined ? '' : `\n${markdownText(note)}\n`,
      ].join('')
    }
    default:
      return assertNever(block)
  }
}

const sectionText = ({ title, blocks }: ReportSection): string =>
  [`## ${title}\n`, ...blocks.map(blockText)].join('\n')

/** The report as the text of a Markdown file; the same report always gives the same text. */
export function reportDocument({ title, facts, sections, maker }: Report): string {
  const contents = sections.map((section) => `- [${section.title}](#${anchorOf(section)})\n`).join('')
  return [
    `# ${markdownText(title)}\n`,
    tableText(
      ['about', ''],
      facts.map(([label, value]) => [label, value]),
    ),
    contents,
    ...sections.map(sectionText),
    `${markdownText(maker)}\n`,
  ].join('\n')
}
