/* The files that TypeScript's language service sees: files in memory, of which only the policy changes. */
import ts from 'typescript-6.0'
import { DOOR, DOOR_FILE, GLOBALS_FILE, LIBRARY, POLICY_FILE } from './options.ts'

/** The options of the compiler. */
export const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: [LIBRARY],
  types: [],
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  skipLibCheck: true,
  sourceMap: true,
}

const GLOBALS = `interface Console {
  debug(...data: unknown[]): void
  error(...data: unknown[]): void
  info(...data: unknown[]): void
  log(...data: unknown[]): void
  warn(...data: unknown[]): void
}
declare const console: Console
`

/** A host, with the function that changes its policy. */
export interface MemoryHost {
  readonly host: ts.LanguageServiceHost
  readonly setText: (text: string) => void
}

/** The folders above `path`. */
function* foldersOf(path: string): Generator<string> {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) yield path.slice(0, at)
  yield '/'
}

/** A host with `declarations` by their paths. */
export function memoryHost(declarations: Readonly<Record<string, string>>): MemoryHost {
  const files = new Map([
    ...Object.entries(declarations),
    [DOOR_FILE, `import '${DOOR}'\n`] as const,
    [GLOBALS_FILE, GLOBALS] as const,
  ])
  const folders = new Set([...files.keys()].flatMap((path) => [...foldersOf(path)]))
  // A snapshot is made once: the service parses a file again when its version changes.
  const snapshots = new Map<string, ts.IScriptSnapshot>()
  let version = 0
  let policy = ts.ScriptSnapshot.fromString('')
  const textOf = (path: string): string | undefined => files.get(path)
  const snapshotOf = (path: string): ts.IScriptSnapshot | undefined => {
    if (path === POLICY_FILE) return policy
    const known = snapshots.get(path)
    const text = textOf(path)
    if (known !== undefined || text === undefined) return known
    const made = ts.ScriptSnapshot.fromString(text)
    snapshots.set(path, made)
    return made
  }
  return {
    host: {
      getCompilationSettings: () => OPTIONS,
      getScriptFileNames: () => [POLICY_FILE, DOOR_FILE, GLOBALS_FILE],
      getScriptVersion: (path) => (path === POLICY_FILE ? String(version) : '0'),
      getScriptSnapshot: snapshotOf,
      getCurrentDirectory: () => '/',
      getDefaultLibFileName: () => `/lib/${LIBRARY}`,
      fileExists: (path) => path === POLICY_FILE || files.has(path),
      readFile: (path) => (path === POLICY_FILE ? policy.getText(0, policy.getLength()) : textOf(path)),
      directoryExists: (path) => folders.has(path.replace(/(.)\/$/, '$1')),
      getDirectories: () => [],
      useCaseSensitiveFileNames: () => true,
    },
    setText: (text) => {
      if (text === policy.getText(0, policy.getLength())) return
      version += 1
      policy = ts.ScriptSnapshot.fromString(text)
    },
  }
}
