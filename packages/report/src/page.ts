/*
 * A report as one HTML file, without scripts and without external resources. Its Content-Security-Policy allows only
 * its one style, by its hash.
 */
import { createHash } from 'node:crypto'
import { pictureStyle, toneClasses } from '@seccompile/draw'
import { assertNever } from '@seccompile/shape'
import { formatNumber } from '@seccompile/text-layout'
import { markup, NO_MARKUP } from './markup.ts'
import type { Markup } from './markup.ts'
import { anchorOf } from './report.ts'
import type { ReportBlock, ReportCell, ReportPiece, Report, ReportSection } from './report.ts'
import { STYLE as TEXT_STYLE } from './style.ts'

function pieceOf(piece: ReportPiece): Markup {
  if (typeof piece === 'string') return markup`${piece}`
  switch (piece.kind) {
    case 'code':
      return markup`<code>${piece.text}</code>`
    case 'mark':
      return piece.tone === 'plain'
        ? markup`${piece.text}`
        : markup`<span class="${piece.tone}">${piece.text}</span>`
    case 'verdict':
      return markup`<span class="verdict ${toneClasses[piece.tone]}">${piece.text}</span>`
    case 'folded':
      return markup`<details><summary>${pieceOf(piece.summary)}</summary>${listOf(piece.pieces)}</details>`
    default:
      return assertNever(piece)
  }
}

const isList = (cell: ReportCell): cell is readonly ReportPiece[] => Array.isArray(cell)

function listOf(pieces: readonly ReportPiece[]): Markup {
  return markup`${pieces.map((piece, i) => (i === 0 ? pieceOf(piece) : markup`, ${pieceOf(piece)}`))}`
}

function cellOf(cell: ReportCell): Markup {
  if (typeof cell === 'number') return markup`${formatNumber(cell)}`
  return isList(cell) ? listOf(cell) : pieceOf(cell)
}

/**
 * Characters above which a cell gets a minimum width, so that a column of long conditions is not squeezed to a few
 * letters.
 */
const LONG = 24

const pieceLength = (piece: ReportPiece): number => {
  if (typeof piece === 'string') return piece.length
  return piece.kind === 'folded' ? LONG + 1 : piece.text.length
}

/** The number of characters in a cell; more than {@link LONG} for a folded one, which a reader opens. */
function lengthOf(cell: ReportCell): number {
  if (typeof cell === 'number') return 0
  return (isList(cell) ? cell : [cell]).reduce<number>((sum, piece) => sum + pieceLength(piece), 0)
}

/** A cell. A narrow window shows `label`, the header of its column, beside it. */
function tdOf(cell: ReportCell, label: string): Markup {
  const kind = typeof cell === 'number' ? 'number' : lengthOf(cell) > LONG ? 'long' : ''
  const name = kind === '' ? NO_MARKUP : markup` class="${kind}"`
  const title = cell === '' || label === '' ? NO_MARKUP : markup` data-label="${label}"`
  return markup`<td${name}${title}>${cellOf(cell)}</td>`
}

/** Columns from which on a narrow window shows the cells of a row below each other. */
const WIDE = 4

function blockOf(block: ReportBlock): Markup {
  switch (block.kind) {
    case 'text':
      return markup`<p>${block.text}</p>\n`
    case 'grade':
      return markup`<p class="grade"><strong>Grade ${block.grade}</strong> ${block.text}</p>\n`
    case 'folded':
      return markup`<details class="part"><summary>${block.title}</summary>\n${block.blocks.map(blockOf)}</details>\n`
    case 'table': {
      const { title, header, rows, note } = block
      const isWide = header.length >= WIDE
      const caption = title === undefined ? NO_MARKUP : markup`<caption>${title}</caption>\n`
      const below = note === undefined ? NO_MARKUP : markup`<p class="note">${note}</p>\n`
      const head = markup`<thead><tr>${header.map((text) => markup`<th scope="col">${text}</th>`)}</tr></thead>\n`
      const body = markup`<tbody>\n${rows.map((row) => markup`<tr>${row.map((cell, i) => tdOf(cell, isWide ? header[i]! : ''))}</tr>\n`)}</tbody>\n`
      const name = isWide ? markup` class="rows"` : NO_MARKUP
      return markup`<div class="wide">\n<table${name}>\n${caption}${head}${body}</table>\n</div>\n${below}`
    }
    default:
      return assertNever(block)
  }
}

function sectionOf(section: ReportSection): Markup {
  const { title, blocks, pictures = [] } = section
  const figures = pictures.map((picture) => markup`<figure>${picture}</figure>\n`)
  return markup`<section id="${anchorOf(section)}">\n<h2>${title}</h2>\n${figures}${blocks.map(blockOf)}</section>\n`
}

/** The style of texts and tables, and that of pictures. */
const STYLE = `${TEXT_STYLE}${pictureStyle}\n`

/** The head of the file. The style is constant text of this package and contains no value. */
function headOf(title: string): Markup {
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const style: Markup = { kind: 'markup', text: STYLE }
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
`
}

/** The report as the text of an HTML file; the same report always gives the same text. */
export function reportPage({ title, head = [], facts, sections, maker }: Report): string {
  const rows = facts.map(([label, value]) => markup`<dt>${label}</dt><dd>${cellOf(value)}</dd>\n`)
  const contents = sections.map(
    (section) => markup`<li><a href="#${anchorOf(section)}">${section.title}</a></li>\n`,
  )
  const nav =
    contents.length < 2 ? NO_MARKUP : markup`<nav aria-label="Contents">\n<ol>\n${contents}</ol>\n</nav>\n`
  return markup`<!doctype html>
<html lang="en">
${headOf(title)}<body>
<header>
<h1>${title}</h1>
${head.map(blockOf)}<dl>
${rows}</dl>
</header>
${nav}<main>
${sections.map(sectionOf)}</main>
<footer><p>${maker}</p></footer>
</body>
</html>
`.text
}
