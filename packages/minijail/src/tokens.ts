/*
 * Divides a policy into lines of tokens.
 *
 * A line that ends in a backslash continues in the next line. A token keeps its place in the file. The two compilers
 * read comments in different ways. In Python, a comment ends with the line of the file. In C, a comment is a whole
 * line, with its continuations. So after `# old \`, the next line is a rule in Python, and a part of the comment in
 * C.
 *
 * Sources: minijail tools/parser.py: ParserState.tokenize(); syscall_filter.c: compile_file(), util.c: getmultiline().
 */
import { PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { Source } from '@seccompile/policy'
import type { MinijailDialect } from './dialect.ts'

/** The kind of a token. */
export type TokenKind =
  'directive' | 'path' | 'number' | 'punctuation' | 'operator' | 'argument' | 'return' | 'action' | 'name'

/** A word or a sign of a policy. */
export interface PolicyToken {
  readonly kind: TokenKind
  readonly text: string
  readonly source: Source
  /** Whether a blank or the start of a line is in front of the token. */
  readonly isApart: boolean
}

/** The tokens of a line and its continuations; at least one. */
export type TokenLine = readonly [PolicyToken, ...PolicyToken[]]

/** The most UTF-16 units of a policy, with all included files. */
export const MAX_POLICY_LENGTH: number = 1024 * 1024

/** The forms of tokens. Among several that match, the first counts, as in the Python compiler. */
const FORMS: readonly (readonly [TokenKind, RegExp])[] = [
  ['directive', /@(?:default|include|frequency|denylist)\b/y],
  ['number', /-?(?:0[xX][0-9a-fA-F]+|[0-9]+)/y],
  ['operator', /==|!=|<=|>=|<|>|\bin\b/y],
  ['punctuation', /\|\||&&|[:;,~(){}[\]|=]/y],
  ['operator', /&/y],
  ['argument', /\barg[0-9]+\b/y],
  ['return', /\breturn\b/y],
  ['action', /\b(?:allow|kill-process|kill-thread|kill|trap|trace|log|user-notify)\b/y],
  ['name', /[a-zA-Z_][a-zA-Z_0-9@-]*/y],
]

const BLANK = /[ \t\f\v]+/y

/** The text that `form` matches at `at`; empty where it does not match. */
function matched(form: RegExp, text: string, at: number): string {
  form.lastIndex = at
  return form.exec(text)?.[0] ?? ''
}

function tokenAt(text: string, at: number): readonly [TokenKind, string] | undefined {
  for (const [kind, form] of FORMS) {
    const found = matched(form, text, at)
    if (found !== '') return [kind, found]
  }
  return undefined
}

/** Whether a path follows the token. */
const isFileDirective = (token: PolicyToken | undefined): boolean =>
  token?.kind === 'directive' && (token.text === '@include' || token.text === '@frequency')

/** The path at `at`. @throws PolicyError E_SYNTAX where one of the compilers cannot read it */
function pathAt(text: string, at: number, place: (column: number) => Source): readonly [TokenKind, string] {
  const path = matched(/\S+/y, text, at)
  if (/^\.?\//.test(path)) return ['path', path]
  throw new PolicyError(
    'E_SYNTAX',
    `path ${quote(path)} begins with neither "./" nor "/"; write "./" in front`,
    place(at),
  )
}

/** The physical lines of `text`. In C, a carriage return is an ordinary character. */
const physicalLines = (text: string, dialect: MinijailDialect): readonly string[] =>
  text.split(dialect === 'c' ? '\n' : /\r\n|\n|\r/)

/** Adds the tokens of one physical line, without its comment, to `tokens`. */
function addTokens(
  tokens: PolicyToken[],
  text: string,
  place: (column: number) => Source,
  dialect: MinijailDialect,
): void {
  let isApart = true
  for (let at = 0; at < text.length;) {
    const blank = matched(BLANK, text, at)
    if (blank !== '') {
      isApart = true
      at += blank.length
      continue
    }
    if (text[at] === '#') {
      if (dialect === 'python') break
      throw new PolicyError(
        'E_SYNTAX',
        'comment stands behind other text, and the C compiler reads one only on a line of its own; move it',
        place(at),
      )
    }
    const found = isFileDirective(tokens.at(-1)) ? pathAt(text, at, place) : tokenAt(text, at)
    if (found === undefined)
      throw new PolicyError(
        'E_SYNTAX',
        `unexpected ${quote(String.fromCodePoint(text.codePointAt(at)!))}; expected a rule such as "read: 1"`,
        place(at),
      )
    tokens.push({ kind: found[0], text: found[1], source: place(at), isApart })
    isApart = false
    at += found[1].length
  }
}

/**
 * Checks the last line of the file.
 * @throws PolicyError E_SYNTAX where it has a continuation
 */
function checkEnd(line: string, place: (column: number) => Source): void {
  if (line.endsWith('\\'))
    throw new PolicyError(
      'E_SYNTAX',
      'line ends in a backslash and the file ends there; both compilers drop such a line',
      place(line.length - 1),
    )
}

/**
 * The lines of `text` that have tokens.
 * @throws PolicyError E_SYNTAX for a character that begins no token, and for a continuation at the end of the file
 */
export function* linesOf(text: string, file: string, dialect: MinijailDialect): Generator<TokenLine> {
  const physical = physicalLines(text, dialect)
  let tokens: PolicyToken[] = []
  let isContinued = false
  let inComment = false
  for (const [i, whole] of physical.entries()) {
    const place = (at: number): Source => ({ file, line: i + 1, column: at + 1 })
    if (!isContinued) inComment = dialect === 'c' && /^[ \t]*#/.test(whole)
    isContinued = whole.endsWith('\\')
    if (!inComment) addTokens(tokens, isContinued ? whole.slice(0, -1) : whole, place, dialect)
    if (i === physical.length - 1) checkEnd(whole, place)
    if (isContinued) continue
    const [first, ...others] = tokens
    if (first !== undefined) yield [first, ...others]
    tokens = []
  }
}
