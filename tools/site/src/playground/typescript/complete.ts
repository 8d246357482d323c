/*
 * The completions at a place of a policy. TypeScript has the names in scope. Where a name fits, the exports of the
 * module `seccompile` are added, and choosing one adds it to the import.
 */
import ts from 'typescript-6.0'
import type { CompletionEntry, ImportPlace, WordCompletions } from './messages.ts'
import { DOOR, DOOR_FILE, POLICY_FILE } from './options.ts'

const WORD = /[\w$]*$/
/** Characters before the cursor that the pattern sees: its time grows with their square. */
const NEAR = 1000
/** The sort text of globals and keywords in TypeScript: they come after all other names in scope. */
const GLOBALS = '15'
const BOOST = { inScope: 2, importable: 1, global: 0 }

/** The values that the door exports, as words that need an import. */
export function exportsOfDoor(service: ts.LanguageService): readonly CompletionEntry[] {
  const program = service.getProgram()
  const checker = program?.getTypeChecker()
  const file = program?.getSourceFile(DOOR_FILE)
  const statement = file?.statements.find(ts.isImportDeclaration)
  const symbol = statement && checker?.getSymbolAtLocation(statement.moduleSpecifier)
  if (checker === undefined || symbol === undefined) return []
  return checker.getExportsOfModule(symbol).flatMap((each): readonly CompletionEntry[] => {
    const { flags } = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each
    if ((flags & ts.SymbolFlags.Value) === 0) return []
    const kind = (flags & ts.SymbolFlags.Function) === 0 ? 'const' : 'function'
    return [{ label: each.name, kind, from: DOOR, boost: BOOST.importable }]
  })
}

/** The place in `file` for the import of a name of the door. */
function importPlaceIn(file: ts.SourceFile): ImportPlace {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const named = statement.importClause?.namedBindings
    if (statement.moduleSpecifier.text !== DOOR || named === undefined || !ts.isNamedImports(named)) continue
    if (statement.importClause?.phaseModifier !== undefined) continue // `import type` imports no value
    const last = named.elements.at(-1)
    if (last !== undefined) return { at: last.getEnd(), before: ', ', after: '' }
    return { at: named.getStart(file) + 1, before: ' ', after: ' ' }
  }
  return { at: 0, before: 'import { ', after: ` } from '${DOOR}'\n` }
}

/** The words at `offset`; `undefined` where there are none. */
export function completeAt(
  service: ts.LanguageService,
  offset: number,
  door: readonly CompletionEntry[],
): WordCompletions | undefined {
  const file = service.getProgram()?.getSourceFile(POLICY_FILE)
  const found = service.getCompletionsAtPosition(POLICY_FILE, offset, {}, undefined)
  if (file === undefined || found === undefined) return undefined
  const word = WORD.exec(file.text.slice(Math.max(0, offset - NEAR), offset))?.[0] ?? ''
  const span = found.optionalReplacementSpan ?? found.entries[0]?.replacementSpan
  const inScope = found.entries.map(({ name, kind, sortText }): CompletionEntry => {
    return { label: name, kind, boost: sortText >= GLOBALS ? BOOST.global : BOOST.inScope }
  })
  const known = new Set(inScope.map(({ label }) => label))
  // A place that accepts a global also accepts an export of the module.
  const importable = known.has('globalThis') ? door.filter(({ label }) => !known.has(label)) : []
  return {
    start: span?.start ?? offset - word.length,
    end: span === undefined ? offset : span.start + span.length,
    entries: [...inScope, ...importable],
    importPlace: importPlaceIn(file),
  }
}

/** A callback whose first parameter begins: the text before the cursor in `.allow('socket', ({ fam`. */
const OPEN_PARAMETER = /[,(]\s*\(\{(?:\s*[\w$]+(?:\s*:\s*[\w$]+)?\s*,)*\s*[\w$]*$/
/** The rest of such a callback where the person has already written it. */
const CLOSED_PARAMETER = /^[\w$\s,:]*\}\s*\)\s*=>/

/**
 * The text with the rest of a callback whose parameter begins at `offset`: TypeScript reads the parameter as an
 * object until it sees the arrow. A text without such a callback is returned unchanged.
 */
export function withArrow(text: string, offset: number): string {
  const before = text.slice(0, offset)
  const after = text.slice(offset)
  if (!OPEN_PARAMETER.test(before.slice(-NEAR)) || CLOSED_PARAMETER.test(after.slice(0, NEAR))) return text
  return `${before} }) => undefined${after}`
}
