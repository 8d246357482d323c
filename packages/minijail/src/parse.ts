/*
 * Reads a policy of minijail.
 *
 * minijail makes a filter for one ABI: the one that it is built for, or whose constants it gets. For a target of
 * several ABIs, the policy has the meaning of one compilation for each ABI. The filters of a call are tried in order,
 * and a call gets the default where none of them holds.
 *
 * A filter tests `arch` and the whole number. So for x86_64, the numbers of x32 are numbers without a rule, and get
 * the default, but calls of other architectures are killed. Our policies for x86_64 alone give both the same action.
 * Where the two actions differ, the result is a policy for x86_64 and x32, and its rules are not for x32.
 *
 * Sources: minijail tools/parser.py: parse_file(); tools/compiler.py: compile_file(); tools/bpf.py: ValidateArch; bpf.c:
 * bpf_validate_arch(); syscall_filter.c: compile_filter().
 */
import { MAX_ERRNO } from '@seccompile/abi'
import { ALLOW, errno, KILL_PROCESS, KILL_THREAD, LOG } from '@seccompile/policy'
import { actionName, formatSource, sameAction, warning } from '@seccompile/policy/toolkit'
import type { Action, NotFor, Policy, PolicyName, PolicyRule, Source, Warning } from '@seccompile/policy'
import { expectObject, expectText, quote } from '@seccompile/shape'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiFacts, AbiToken } from '@seccompile/syscalls'
import { fail } from './cursor.ts'
import type { MinijailDialect } from './dialect.ts'
import { readStatements } from './files.ts'
import type { FiledStatement, FileOptions } from './files.ts'
import { actionOfWord, errnoNumber, filterOn, rulesOf } from './filters.ts'
import type { NotOnAbi } from './filters.ts'
import type { ActionFilter, CallName, RuleStatement } from './statement.ts'

/** The options of reading a policy of minijail. */
export interface ParseMinijailOptions extends Omit<FileOptions, 'dialect'> {
  /**
   * The compiler that the policy is written for. The default is `'python'`, with warnings where this makes a
   * difference.
   */
  readonly dialect?: MinijailDialect | undefined
  /** The meaning of `kill` and of the default: `'thread'` where absent, or `'process'` as with `--use-kill-process`. */
  readonly kill?: 'thread' | 'process' | undefined
  /** The action for calls without a rule, instead of the policy's, as with `--default-action`. */
  readonly defaultAction?: Action | undefined
}

/** A policy that was read from a text of minijail. */
export interface MinijailPolicy {
  /** In the policy, each rule, name and condition has its place in the file. */
  readonly policy: Policy
  readonly dialect: MinijailDialect
  readonly warnings: readonly Warning[]
}

/** The most rules of a policy. A filter has a rule for each clause and each group of ABIs. */
export const MAX_RULES = 16_384

/** The most names of calls in all filters: each filter counts once for each call of its statement. */
const MAX_NAMINGS = 65_536

/** The settings of the statements, apart from rules. */
interface PolicySettings {
  readonly dialect: MinijailDialect
  readonly kill: Action
  readonly isDenylist: boolean
  /** The action of a call that has rules, where none holds. */
  readonly otherwise: Action
  /** The action of a call without rules. */
  readonly defaultAction: Action
  readonly badArch: Action
}

const EPERM: Action = errno('EPERM')

function settingOf(
  statements: readonly FiledStatement[],
  { dialect = 'python', kill = 'thread', defaultAction }: ParseMinijailOptions,
): PolicySettings {
  const isDenylist = statements.some(({ statement, depth }) => statement.kind === 'denylist' && depth === 0)
  const killing = isDenylist ? EPERM : kill === 'process' ? KILL_PROCESS : KILL_THREAD
  const last = statements.findLast(({ statement }) => statement.kind === 'default')?.statement
  const meant = last?.kind === 'default' ? actionOfWord(last.word, killing) : isDenylist ? ALLOW : killing
  const otherwise = defaultAction ?? meant
  return {
    dialect,
    kill: killing,
    isDenylist,
    otherwise,
    // tools/compiler.py: compile_file() allows calls without a rule in a deny list, whatever @default says.
    defaultAction: isDenylist ? ALLOW : otherwise,
    // bpf.c: bpf_validate_arch() kills the thread, whatever the action for calls is.
    badArch: dialect === 'c' ? KILL_THREAD : killing,
  }
}

/**
 * Checks the actions of a deny list.
 * @throws PolicyError E_SYNTAX for an action that the Python compiler refuses there
 */
function checkDenylist(filters: readonly ActionFilter[]): void {
  for (const { clauses, action, source } of filters)
    if (action.kind !== 'errno' && (clauses === undefined || action.word !== 'allow'))
      fail('E_SYNTAX', 'policy is a deny list, whose rules have "return" and an errno', source)
}

/** The rules of the statements so far. */
class RuleTable {
  #rules: PolicyRule[] = []
  #namings = 0
  readonly warnings: Warning[] = []
  readonly #missing = new Map<string, Set<AbiToken>>()
  readonly #setting: PolicySettings
  readonly #abis: readonly AbiFacts[]
  readonly #isRestricted: boolean
  /** By name and ABI, the filter that gave a call its action without conditions. */
  readonly #closed = new Map<string, ActionFilter>()
  /** The calls with a rule, and the ABIs of the rules. */
  readonly #named = new Map<string, Set<AbiToken>>()

  constructor(setting: PolicySettings, abis: readonly AbiFacts[]) {
    this.#setting = setting
    this.#abis = abis
    this.#isRestricted = abis.length < allAbis.length
  }

  /**
   * Notes that a call has an action without conditions.
   * @throws PolicyError E_CONFLICT where it has one on some of `abis` already
   */
  #close({ name }: CallName, filter: ActionFilter, abis: readonly AbiFacts[]): void {
    const { clauses, source } = filter
    const named = this.#named.get(name) ?? new Set<AbiToken>()
    this.#named.set(name, named)
    for (const { token } of abis) {
      named.add(token)
      const before = this.#closed.get(`${name} ${token}`)
      if (before !== undefined)
        fail(
          'E_CONFLICT',
          `${quote(name)} has an action without conditions already, from ${formatSource(before.source)}`,
          source,
        )
      if (clauses === undefined) this.#closed.set(`${name} ${token}`, filter)
    }
  }

  #note(missing: readonly NotOnAbi[]): void {
    for (const { abi, why } of missing) {
      const known = this.#missing.get(why)
      if (known === undefined) this.#missing.set(why, new Set([abi]))
      else known.add(abi)
    }
  }

  #push(rules: readonly PolicyRule[], source: Source): void {
    if (this.#rules.length + rules.length > MAX_RULES)
      fail('E_LIMIT', `policy comes to more than ${MAX_RULES} rules`, source)
    for (const rule of rules) this.#rules.push(rule) // `push(...rules)` could exceed the most arguments of a call
  }

  #filter(calls: readonly CallName[], filter: ActionFilter, abis: readonly AbiFacts[]): void {
    this.#namings += calls.length
    if (this.#namings > MAX_NAMINGS)
      fail('E_LIMIT', `filters name calls more than ${MAX_NAMINGS} times`, filter.source)
    for (const call of calls) this.#close(call, filter, abis)
    const { on, missing } = filterOn(filter, abis, this.#setting.kill)
    this.#note(missing)
    const names = calls.map(({ name, source }) => ({ name, source }))
    for (const each of on) {
      const isForAll = !this.#isRestricted && on.length === 1 && abis.length === allAbis.length
      this.#push(rulesOf(names, filter, each, isForAll), filter.source)
      const most = Math.max(...each.abis.map((abi) => errnoNumber(each.action, abi)))
      if (most > MAX_ERRNO)
        this.warnings.push(
          warning(
            'capped-number',
            `errno is ${most}; the kernel returns ${MAX_ERRNO} at most`,
            filter.source,
          ),
        )
    }
  }

  add({ calls, filters }: RuleStatement): void {
    if (this.#setting.isDenylist) checkDenylist(filters)
    const groups = new Map<string, CallName[]>()
    for (const call of calls) {
      const key = call.abis?.join() ?? 'all'
      const known = groups.get(key)
      if (known === undefined) groups.set(key, [call])
      else known.push(call)
    }
    for (const group of groups.values()) {
      const wanted = group[0]?.abis
      const abis =
        wanted === undefined ? this.#abis : this.#abis.filter(({ token }) => wanted.includes(token))
      if (abis.length > 0) for (const filter of filters) this.#filter(group, filter, abis)
    }
  }

  get rules(): readonly PolicyRule[] {
    return this.#rules
  }

  /** Gives each call with rules the action `action` where none of them holds. */
  closeAll(action: Action): void {
    for (const [name, tokens] of this.#named) {
      const abis = [...tokens].filter((token) => !this.#closed.has(`${name} ${token}`))
      if (abis.length > 0) this.#rules.push({ names: [{ name }], action, args: [], abis })
    }
  }

  /** Whether the call is allowed on the ABI where none of its conditions holds. */
  #endsInAllow(name: string, abi: AbiToken): boolean {
    const action = this.#closed.get(`${name} ${abi}`)?.action
    if (action === undefined) return sameAction(this.#setting.otherwise, ALLOW)
    return action.kind === 'word' && action.word === 'allow'
  }

  /**
   * Drops the conditions of calls that are allowed where none of them holds: the Python compiler allows such a call
   * always.
   * @see tools/compiler.py: compile_filter_statement(), which returns early
   */
  dropVain(): void {
    const said = new Set<string>()
    this.#rules = this.#rules.flatMap((rule): readonly PolicyRule[] => {
      if (rule.args.length === 0 && rule.when === undefined) return [rule]
      const on = rule.abis ?? this.#abis.map(({ token }) => token)
      const groups = new Map<string, { readonly abis: readonly AbiToken[]; readonly names: PolicyName[] }>()
      for (const named of rule.names) {
        const abis = on.filter((token) => !this.#endsInAllow(named.name, token))
        if (abis.length < on.length && !sameAction(rule.action, ALLOW) && !said.has(named.name)) {
          said.add(named.name)
          this.warnings.push(
            warning(
              sameAction(rule.action, LOG) ? 'dead-rule' : 'lost-refusal',
              {
                brief: `${quote(named.name)} never gets ${actionName(rule.action)}: its conditions are dropped`,
                full:
                  `${quote(named.name)} never gets ${actionName(rule.action)} from this rule: the Python compiler drops the ` +
                  'conditions of a call that is allowed where none of them holds',
              },
              rule.source,
            ),
          )
        }
        const known = groups.get(abis.join())
        if (known === undefined) groups.set(abis.join(), { abis, names: [named] })
        else known.names.push(named)
      }
      return [...groups.values()]
        .filter(({ abis }) => abis.length > 0)
        .map(({ abis, names }) => (abis.length === on.length ? { ...rule, names } : { ...rule, names, abis }))
    })
  }

  notFor(): readonly NotFor[] {
    return [...this.#missing].map(([reason, tokens]) => ({ abis: [...tokens], reason }))
  }
}

/**
 * Checks the headers of included files.
 * @throws PolicyError E_CONFLICT where an included file is a deny list and the policy is no deny list
 */
function checkHeaders(statements: readonly FiledStatement[], isDenylist: boolean): void {
  const odd = statements.find(({ statement, depth }) => statement.kind === 'denylist' && depth > 0)
  if (odd !== undefined && !isDenylist)
    fail(
      'E_CONFLICT',
      'included file is a deny list, and the policy is none; write @denylist in the policy',
      odd.statement.source,
    )
}

function noteOf({ statement }: FiledStatement, isChosen: boolean): readonly Warning[] {
  const { source } = statement
  if (statement.kind === 'frequency')
    return [
      warning(
        'ignored-key',
        {
          brief: '@frequency is ignored',
          full: '@frequency is ignored: it changes how a filter is laid out, and not what it means',
        },
        source,
      ),
    ]
  if (statement.kind !== 'rule' || statement.returns === undefined || isChosen) return []
  return [
    warning(
      'two-dialects',
      {
        brief: 'the C compiler gives the errno to the other calls',
        full:
          'calls that meet the condition get the errno, as the Python compiler reads it; the C compiler lets these run and gives ' +
          'the errno to the others; say the dialect',
      },
      statement.returns,
    ),
  ]
}

/**
 * The policy of minijail in `text`.
 *
 * @throws PolicyError, with file, line and column: E_SYNTAX for a line that is no rule, E_NAME for an unknown call,
 *   constant, architecture or file, E_NUMBER for a number out of bounds, E_CONFLICT for a call with two actions
 *   without conditions and a file that includes itself, E_LIMIT for a text too large or nested too deep
 */
export function parseMinijail(text: string, options: ParseMinijailOptions): MinijailPolicy {
  expectText(text, 'text')
  expectObject(options, 'options', 'file')
  const { dialect = 'python' } = options
  const statements = readStatements(text, { ...options, dialect })
  const setting = settingOf(statements, options)
  checkHeaders(statements, setting.isDenylist)
  const { defaultAction, badArch, otherwise } = setting
  const isUniform = sameAction(defaultAction, badArch)
  const table = new RuleTable(setting, isUniform ? allAbis : allAbis.filter(({ token }) => token !== 'x32'))
  const notes: Warning[] = []
  for (const each of statements) {
    if (each.statement.kind === 'rule') table.add(each.statement)
    notes.push(...noteOf(each, options.dialect !== undefined))
  }
  if (!sameAction(otherwise, defaultAction)) table.closeAll(otherwise)
  if (dialect === 'python' && !setting.isDenylist) table.dropVain()
  const notFor = table.notFor()
  return {
    policy: {
      name: options.file,
      defaultAction,
      badArch,
      rules: table.rules,
      overlaps: 'first',
      ...(isUniform ? {} : { archMap: [{ main: 'x86_64', sub: ['x32'] }] }),
      ...(notFor.length === 0 ? {} : { notFor }),
    },
    dialect,
    warnings: [...notes, ...table.warnings],
  }
}
