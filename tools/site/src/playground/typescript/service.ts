/*
 * A policy in TypeScript: its errors, the script that it becomes, and the words that fit a place in it.
 *
 * The language service of TypeScript answers all of this. It knows calls, arguments and constants by the types of the
 * packages, as it does in an editor on a person's machine.
 */
import { errnoNames } from '@seccompile/constants/errno'
import { syscallNames } from '@seccompile/syscalls'
import ts from 'typescript-6.0'
import type { Note } from '../messages.ts'
import { memoryHost, OPTIONS } from './memory-host.ts'
import { faultText } from './fault-text.ts'
import { completeAt, exportsOfDoor, withArrow } from './complete.ts'
import type { CompletionEntry, TranspiledPolicy, WordCompletions, WordDescription } from './messages.ts'
import { POLICY_FILE, POLICY_PACKAGES } from './options.ts'

/** Most characters of a policy. */
export const MAX_POLICY = 200_000
/** Most errors that are listed. */
const MAX_NOTES = 100
/** Advice of TypeScript on packages and options, which this page does not have. */
const ADVICE = / Do you need to (?:install|change) [^]*$/

/** The questions about a policy. */
export interface PolicyService {
  /** The script of a policy. It needs no types, so it takes a tenth of the time of a check. */
  readonly transpile: (text: string) => TranspiledPolicy
  /** The errors of types, at most 100, in the order of the text; none where the syntax has errors. */
  readonly check: (text: string) => readonly Note[]
  /** The words for a place; `undefined` where there are none. */
  readonly complete: (text: string, offset: number) => WordCompletions | undefined
  /** The description of the word at a place; `undefined` where there is none. */
  readonly describe: (text: string, offset: number) => WordDescription | undefined
}

/** The place of `offset` in `file`, both from 1. */
function placeOf(file: ts.SourceFile, offset: number): { readonly line: number; readonly column: number } {
  const { line, character } = file.getLineAndCharacterOfPosition(offset)
  return { line: line + 1, column: character + 1 }
}

/** The members of the value whose member stands at `start`; none for another place. */
function membersAt(service: ts.LanguageService, file: ts.SourceFile, start: number): readonly string[] {
  const accessAt = (node: ts.Node): ts.PropertyAccessExpression | undefined => {
    if (ts.isPropertyAccessExpression(node) && node.name.getStart(file) === start) return node
    return ts.forEachChild(node, (child) =>
      child.pos <= start && start < child.end ? accessAt(child) : undefined,
    )
  }
  const access = accessAt(file)
  const checker = service.getProgram()?.getTypeChecker()
  if (access === undefined || checker === undefined) return []
  return checker.getPropertiesOfType(checker.getTypeAtLocation(access.expression)).map(({ name }) => name)
}

/** Makes the note of an error. With a `service`, the note knows the types at its place. */
type NoteOf = (error: ts.Diagnostic, service?: ts.LanguageService) => Note

/** A function that makes notes. @param exports - yields the names that the door exports */
function noteMaker(exports: () => readonly string[]): NoteOf {
  return ({ file, start = 0, length, messageText }, service) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n').replace(ADVICE, '')
    // For a module of Node, TypeScript reports an unknown name.
    const isModule = /['"]/.test(file?.text.charAt(start) ?? '')
    const message = isModule ? text.replace(/^Cannot find name/, 'Cannot find module') : text
    const members = file === undefined || service === undefined ? [] : membersAt(service, file, start)
    const names = { calls: syscallNames, errnos: errnoNames, modules: POLICY_PACKAGES }
    const known = { ...names, exports: service === undefined ? [] : exports(), members }
    const place = file === undefined ? {} : { ...placeOf(file, start), length }
    return { severity: 'error', message: faultText(message, known), ...place }
  }
}

const byPlace = (a: ts.Diagnostic, b: ts.Diagnostic): number => (a.start ?? 0) - (b.start ?? 0)

/** The notes of errors, in the order of the text. */
const notesOf = (
  errors: readonly ts.Diagnostic[],
  noteOf: NoteOf,
  service?: ts.LanguageService,
): readonly Note[] =>
  errors
    .toSorted(byPlace)
    .slice(0, MAX_NOTES)
    .map((error) => noteOf(error, service))

/** The script of `text`. */
function transpiled(text: string, noteOf: NoteOf): TranspiledPolicy {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(text, {
    compilerOptions: OPTIONS,
    fileName: POLICY_FILE,
    reportDiagnostics: true,
  })
  const notes = notesOf(diagnostics ?? [], noteOf)
  if (notes.length > 0) return { notes }
  // The map is returned beside the script: its address would name no file.
  const script = outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, '')
  return { notes, script, map: sourceMapText ?? '' }
}

/** The errors of types of the policy that `service` has. */
function checkedBy(service: ts.LanguageService, noteOf: NoteOf): readonly Note[] {
  if (service.getSyntacticDiagnostics(POLICY_FILE).length > 0) return []
  return notesOf(service.getSemanticDiagnostics(POLICY_FILE), noteOf, service)
}

/** The description of the word at `offset`. */
function describedBy(service: ts.LanguageService, offset: number): WordDescription | undefined {
  const info = service.getQuickInfoAtPosition(POLICY_FILE, offset)
  if (info === undefined) return undefined
  const { textSpan, displayParts, documentation } = info
  return {
    start: textSpan.start,
    end: textSpan.start + textSpan.length,
    text: ts.displayPartsToString(displayParts),
    documentation: ts.displayPartsToString(documentation),
  }
}

const fault = (message: string): readonly Note[] => [{ severity: 'error', message, line: 1, column: 1 }]
const BEYOND = fault('the policy is beyond TypeScript; nest it less deeply')

/** A service with the declarations by their paths. */
export function policyService(declarations: Readonly<Record<string, string>>): PolicyService {
  const { host, setText } = memoryHost(declarations)
  let service = ts.createLanguageService(host)
  let door: readonly CompletionEntry[] | undefined
  const exports = (): readonly CompletionEntry[] => (door ??= exportsOfDoor(service))
  const noteOf = noteMaker(() => exports().map(({ label }) => label))
  /** The result of `ask` for a policy; `beyond` where TypeScript fails, as for a text that is nested too deeply. */
  const asked = <Answer>(text: string, ask: () => Answer, beyond: Answer): Answer => {
    setText(text)
    try {
      return ask()
    } catch {
      // After a fault the state of a service is unknown, so a new service replaces it.
      service = ts.createLanguageService(host)
      return beyond
    }
  }
  const transpile: PolicyService['transpile'] = (text) => {
    if (text.length > MAX_POLICY)
      return {
        notes: fault(`the policy has ${text.length} characters; at most ${MAX_POLICY} are read here`),
      }
    return asked(text, () => transpiled(text, noteOf), { notes: BEYOND })
  }
  return {
    transpile,
    check: (text) => {
      if (text.length > MAX_POLICY) return []
      const notes = asked(text, () => checkedBy(service, noteOf), BEYOND)
      // What cannot be transpiled has been said.
      return notes === BEYOND && transpile(text).notes === BEYOND ? [] : notes
    },
    complete: (text, offset) => {
      if (text.length > MAX_POLICY) return undefined
      return asked(withArrow(text, offset), () => completeAt(service, offset, exports()), undefined)
    },
    describe: (text, offset) => {
      if (text.length > MAX_POLICY) return undefined
      return asked(text, () => describedBy(service, offset), undefined)
    },
  }
}
