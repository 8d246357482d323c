/*
 * Functions that a compilation calls, in the form that V8 compiles once.
 *
 * V8 reads most functions twice. When a file is loaded, V8 checks the syntax of the function and keeps nothing. At the first call V8
 * reads the function again and compiles it. A function expression in parentheses is compiled when the file is loaded. So functions that
 * `compile` calls stand in parentheses. Which these are, a run of the command tells, file by file as the compiler of TypeScript wrote it.
 *
 * A declaration becomes a constant at the start of its module: `function size(ir) { … }` becomes `const size = (function (ir) { … })`. A
 * declaration has its value before the module runs, and so has this constant, because modules do not import each other in a circle.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RolldownMagicString } from 'rolldown'
import { Visitor } from 'rolldown/utils'

const CACHE = join(import.meta.dirname, '.cache')
/**
 * Variables of a person that decide which functions a command calls, or which modules Node loads first; and no code that Node kept,
 * whose calls V8 counts less exactly.
 */
const NO_CHOICE = {
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  NODE_OPTIONS: undefined,
  NODE_DISABLE_COMPILE_CACHE: '1',
}

/**
 * By file, where the functions begin that the command `args` calls.
 *
 * The command writes to a short name in its working folder, and has no colours, so that the same source gives the same bundle on
 * each machine. The folder is in the package, where a build may write for certain.
 */
function calledFunctions(command, args) {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'calls-'))
  const coverage = join(folder, 'coverage')
  try {
    const { status, signal, stderr, error } = spawnSync(
      process.execPath,
      [command, ...args, '-o', 'output'],
      {
        cwd: folder,
        env: { ...process.env, ...NO_CHOICE, NODE_V8_COVERAGE: coverage },
        encoding: 'utf8',
      },
    )
    if (status !== 0)
      throw new Error(
        `${command} ${args.join(' ')} ended with ${error?.message ?? signal ?? status}, so the build cannot tell which functions it calls: ${stderr}`,
      )
    const reports = readdirSync(coverage).map((name) =>
      JSON.parse(readFileSync(join(coverage, name), 'utf8')),
    )
    const called = new Map()
    for (const { url, functions } of reports.flatMap(({ result }) => result)) {
      if (!url.startsWith('file:')) continue
      const path = fileURLToPath(url)
      const starts = functions.flatMap(({ ranges: [{ count, startOffset }] }) =>
        count > 0 ? [startOffset] : [],
      )
      called.set(path, new Set([...(called.get(path) ?? []), ...starts]))
    }
    return called
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The code of a module with the functions that begin at `called` in parentheses. */
function withEager(program, code, called) {
  const text = new RolldownMagicString(code)
  for (const statement of program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (node?.type !== 'FunctionDeclaration' || !called.has(node.start)) continue
    const { name, start, end } = node.id
    text.appendRight(node.start, `const ${name} = (`)
    text.remove(start, end)
    text.appendLeft(statement.end, ');\n')
    if (statement.start > 0) text.move(statement.start, statement.end, 0)
  }
  new Visitor({
    ArrowFunctionExpression({ start, end }) {
      if (!called.has(start)) return
      text.appendRight(start, '(')
      text.prependLeft(end, ')')
    },
  }).visit(program)
  return text
}

/** A plugin of rolldown that writes functions for V8 to compile when it loads them: those that `args`, a command line, calls. */
export function eagerFunctions(command, args) {
  const called = calledFunctions(command, args)
  return {
    name: 'eager-functions',
    transform(code, id) {
      const starts = called.get(id)
      return starts === undefined ? undefined : withEager(this.parse(code), code, starts).toString()
    },
  }
}
