/*
 * A line of a policy as a statement.
 *
 * A rule with one call and one expression is the same in both dialects. The Python compiler adds actions by name,
 * several calls and several filters in braces, and `@default`. After parsing, both dialects have one form: a filter
 * has an action for the calls for which it holds, and the filters of a statement are tried in order.
 *
 *   read: arg0 == 0; return EPERM     C       { arg0 == 0; allow, return EPERM }
 *                                     Python  { arg0 == 0; return EPERM }, and the default for the others
 *
 * Sources: minijail tools/parser.py: PolicyParser; syscall_filter.c: compile_policy_line(), compile_atom(), compile_errno().
 */
import { didYouMean, quote } from '@seccompile/shape'
import { isSyscallName, syscallNames } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import type { Source } from '@seccompile/policy'
import { archTokens } from './arch.ts'
import { Cursor, fail } from './cursor.ts'
import type { TokenLine } from './tokens.ts'
import { numberOf, parseValue, singleValue } from './value.ts'
import type { PolicyValue, ValueContext } from './value.ts'

/** The operators: `&` holds where a bit of the value is set, `in` where no other bit is. */
export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '&' | 'in'

/** A comparison of one argument. */
export interface Atom {
  readonly index: number
  readonly op: Operator
  readonly value: PolicyValue
  readonly source: Source
}

/** The words for actions. `kill` kills the thread, or what the option names. */
export type ActionWord =
  'allow' | 'kill' | 'kill-process' | 'kill-thread' | 'trap' | 'trace' | 'log' | 'user-notify'

/** An action as written. */
export type WrittenAction =
  | { readonly kind: 'word'; readonly word: ActionWord }
  | { readonly kind: 'errno'; readonly value: PolicyValue; readonly source: Source }

/** An action with clauses. It applies where one of the clauses holds; without clauses, it always applies. */
export interface ActionFilter {
  readonly clauses: readonly (readonly Atom[])[] | undefined
  readonly action: WrittenAction
  readonly source: Source
}

/** A call that a statement names. */
export interface CallName {
  readonly name: string
  /** The ABIs of `[arch=…]`. */
  readonly abis?: readonly AbiToken[]
  readonly source: Source
}

/** A rule for calls. */
export interface RuleStatement {
  readonly kind: 'rule'
  readonly calls: readonly CallName[]
  readonly filters: readonly ActionFilter[]
  /**
   * The place of an expression with `; return` outside of braces, where it was read as the Python compiler reads it.
   * C reads it in another way.
   */
  readonly returns: Source | undefined
  readonly source: Source
}

/** A line of a policy. */
export type PolicyStatement =
  | RuleStatement
  | { readonly kind: 'default'; readonly word: ActionWord; readonly source: Source }
  | { readonly kind: 'include'; readonly path: string; readonly source: Source }
  | { readonly kind: 'frequency' | 'denylist'; readonly source: Source }

/** The actions of `@default`. @see tools/parser.py: _parse_default_action() */
const DEFAULT_WORDS: readonly ActionWord[] = ['kill', 'kill-process', 'kill-thread', 'trap', 'user-notify']

const ARGUMENTS = 6

/** The most comparisons of a filter. The kernel takes 4096 instructions, and a comparison needs at least two. */
export const MAX_ATOMS = 4096

/**
 * The prefix of calls that only arm has, above the other numbers.
 * @see gen_syscalls.sh, which keeps the prefix of __ARM_NR_cacheflush
 */
const ARM_PREFIX = 'ARM_'

/** The parser of the grammar, in one dialect. */
class Parser {
  readonly #cursor: Cursor
  readonly #words: ValueContext

  constructor(line: TokenLine, words: ValueContext) {
    this.#cursor = new Cursor(line)
    this.#words = words
  }

  /**
   * Checks that a blank stands before the next token.
   * @throws PolicyError E_SYNTAX where the C compiler would join the token with the word before it
   */
  #apart(): void {
    const next = this.#cursor.peek()
    if (this.#words.dialect === 'c' && next !== undefined && !next.isApart)
      fail(
        'E_SYNTAX',
        `no blank in front of ${quote(next.text)}, which the C compiler needs; write one`,
        next.source,
      )
  }

  #pythonOnly(what: string, source: Source): void {
    if (this.#words.dialect === 'c')
      fail(
        'E_SYNTAX',
        `${what} is of the Python compiler, and this policy is read as one for the C compiler`,
        source,
      )
  }

  #name(): string {
    const { text, source } = this.#cursor.take(['name', 'action'], 'the name of a system call')
    if (text.includes('@'))
      fail(
        'E_NAME',
        `group ${quote(text)} is defined by files of the Python compiler, which are not read; name its calls`,
        source,
      )
    const name = text.startsWith(ARM_PREFIX) ? text.slice(ARM_PREFIX.length) : text
    return isSyscallName(name)
      ? name
      : fail('E_NAME', `unknown system call ${quote(text)}${didYouMean(text, syscallNames)}`, source)
  }

  /** The ABIs of `[arch=…]`; `undefined` where it has other keys. */
  #metadata(): readonly AbiToken[] | undefined {
    let found: readonly AbiToken[] | undefined
    const seen = new Set<string>()
    do {
      const key = this.#cursor.take(['name'], 'a key such as "arch"')
      if (seen.has(key.text))
        fail('E_CONFLICT', `key ${quote(key.text)} is written twice; remove one`, key.source)
      seen.add(key.text)
      if (key.text !== 'arch')
        fail('E_NAME', `unknown key ${quote(key.text)}; minijail has "arch"`, key.source)
      this.#cursor.takeText('=', '"="')
      const tokens: AbiToken[] = []
      do tokens.push(...archTokens(this.#cursor.take(['name'], 'an architecture such as "x86_64"')))
      while (this.#cursor.takes(','))
      found = tokens
    } while (this.#cursor.takes(';'))
    this.#cursor.takeText(']', '"]"')
    return found
  }

  #call(): CallName {
    const source = this.#cursor.source()
    const name = this.#name()
    const bracket = this.#cursor.source()
    if (!this.#cursor.takes('[')) return { name, source }
    this.#pythonOnly('"["', bracket)
    const abis = this.#metadata()
    return abis === undefined ? { name, source } : { name, source, abis }
  }

  #calls(): readonly CallName[] {
    const brace = this.#cursor.source()
    if (!this.#cursor.takes('{')) return [this.#call()]
    this.#pythonOnly('"{"', brace)
    const calls: CallName[] = []
    do calls.push(this.#call())
    while (this.#cursor.takes(','))
    this.#cursor.takeText('}', '"}"')
    return calls
  }

  #atom(): Atom {
    const token = this.#cursor.take(['argument'], 'an argument such as arg0')
    const digits = token.text.slice(3)
    const index = digits.length > 4 ? ARGUMENTS : Number(digits)
    if (index >= ARGUMENTS)
      fail(
        'E_NUMBER',
        `argument is ${quote(token.text)}; a system call has arguments arg0 to arg5`,
        token.source,
      )
    this.#apart()
    const op = this.#cursor.take(['operator'], 'an operator such as ==').text as Operator // the tokens have no other operators
    this.#apart()
    return { index, op, value: parseValue(this.#cursor, this.#words), source: token.source }
  }

  #expression(): readonly (readonly Atom[])[] {
    const clauses: (readonly Atom[])[] = []
    const start = this.#cursor.source()
    let count = 0
    do {
      const atoms: Atom[] = []
      do {
        count += 1
        if (count > MAX_ATOMS) fail('E_LIMIT', `filter has more than ${MAX_ATOMS} comparisons`, start)
        atoms.push(this.#atom())
      } while (this.#cursor.takes('&&'))
      clauses.push(atoms)
    } while (this.#cursor.takes('||'))
    return clauses
  }

  /** `return` and its errno. Without an errno it is a kill in C, and an error in Python. */
  #return(): WrittenAction {
    const { source } = this.#cursor.take(['return'], '"return"')
    if (this.#words.dialect === 'python')
      return { kind: 'errno', value: singleValue(this.#cursor, this.#words), source }
    if (this.#cursor.peek() === undefined) return { kind: 'word', word: 'kill' }
    this.#apart()
    return { kind: 'errno', value: parseValue(this.#cursor, this.#words), source }
  }

  /** An action of the Python compiler. */
  #action(): WrittenAction {
    const next = this.#cursor.peek()
    if (next?.kind === 'return') return this.#return()
    const { kind, text } = this.#cursor.take(['action', 'number'], 'an action such as "allow"')
    if (kind === 'action') return { kind: 'word', word: text as ActionWord } // the tokens have no other actions
    if (numberOf(next!) !== 1n)
      fail(
        'E_SYNTAX',
        `action is ${quote(text)}; "1" allows, and "return ${text}" gives an errno`,
        next!.source,
      )
    return { kind: 'word', word: 'allow' }
  }

  #pythonFilter(): ActionFilter {
    const source = this.#cursor.source()
    if (this.#cursor.peek()?.kind !== 'argument')
      return { clauses: undefined, action: this.#action(), source }
    const clauses = this.#expression()
    const action: WrittenAction = this.#cursor.takes(';') ? this.#action() : { kind: 'word', word: 'allow' }
    return { clauses, action, source }
  }

  #pythonFilters(): readonly ActionFilter[] {
    if (!this.#cursor.takes('{')) return [this.#pythonFilter()]
    const filters: ActionFilter[] = []
    do filters.push(this.#pythonFilter())
    while (this.#cursor.takes(','))
    this.#cursor.takeText('}', '"}"')
    return filters
  }

  #cFilters(): readonly ActionFilter[] {
    const next = this.#cursor.peek()
    const source = this.#cursor.source()
    if (next?.kind === 'action') this.#pythonOnly(`action ${quote(next.text)}`, source)
    if (next?.text === '{') this.#pythonOnly('"{"', source)
    if (next?.kind === 'return') return [{ clauses: undefined, action: this.#return(), source }]
    const allow: WrittenAction = { kind: 'word', word: 'allow' }
    if (this.#cursor.takes('1')) return [{ clauses: undefined, action: allow, source }]
    const clauses = this.#expression()
    const behind = this.#cursor.source()
    const action: WrittenAction = this.#cursor.takes(';') ? this.#return() : { kind: 'word', word: 'kill' }
    return [
      { clauses, action: allow, source },
      { clauses: undefined, action, source: behind },
    ]
  }

  #rule(): RuleStatement {
    const source = this.#cursor.source()
    const calls = this.#calls()
    this.#cursor.takeText(':', '":" behind the name')
    const inBraces = this.#cursor.is('{')
    const filters = this.#words.dialect === 'c' ? this.#cFilters() : this.#pythonFilters()
    const [first] = filters
    const isShared = !inBraces && first?.clauses !== undefined && first.action.kind === 'errno'
    return { kind: 'rule', calls, filters, returns: isShared ? first.source : undefined, source }
  }

  #default(): PolicyStatement {
    const { text, source } = this.#cursor.take(['action'], 'an action such as "kill-process"')
    const word = text as ActionWord // the tokens have no other words
    if (!DEFAULT_WORDS.includes(word))
      fail('E_NAME', `@default is ${quote(text)}; minijail has ${DEFAULT_WORDS.join(', ')}`, source)
    return { kind: 'default', word, source }
  }

  #directive(): PolicyStatement | undefined {
    const token = this.#cursor.peek()
    if (token?.kind !== 'directive') return undefined
    const { text, source } = this.#cursor.take(['directive'], '')
    switch (text) {
      case '@include':
        return {
          kind: 'include',
          path: this.#cursor.take(['path'], 'a path such as ./base.policy').text,
          source,
        }
      case '@frequency':
        this.#cursor.take(['path'], 'a path such as ./calls.frequency')
        return { kind: 'frequency', source }
      case '@default':
        this.#pythonOnly('@default', source)
        return this.#default()
      default:
        this.#pythonOnly('@denylist', source)
        return { kind: 'denylist', source }
    }
  }

  statement(): PolicyStatement {
    const found = this.#directive() ?? this.#rule()
    this.#cursor.end()
    return found
  }
}

/** The statement of a line. @throws PolicyError E_SYNTAX, E_NAME, E_NUMBER, E_LIMIT, E_CONFLICT */
export function statementOf(line: TokenLine, words: ValueContext): PolicyStatement {
  return new Parser(line, words).statement()
}
