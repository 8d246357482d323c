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
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RolldownMagicString } from 'rolldown'
import { Visitor } from 'rolldown/utils'

/** By file, where the functions begin that the command `args` calls. */
function calledFunctions(command, args) {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-calls-'))
  try {
    const { status, stderr } = spawnSync(process.execPath, [command, ...args, '-o', join(folder, 'output')], {
      env: { ...process.env, NODE_V8_COVERAGE: join(folder, 'coverage') },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${status}: ${stderr}`)
    const [report] = readdirSync(join(folder, 'coverage'))
    const { result } = JSON.parse(readFileSync(join(folder, 'coverage', report), 'utf8'))
    const starts = ({ functions }) =>
      functions.flatMap(({ ranges: [{ count, startOffset }] }) => (count > 0 ? [startOffset] : []))
    return new Map(
      result
        .filter(({ url }) => url.startsWith('file:'))
        .map((script) => [fileURLToPath(script.url), new Set(starts(script))]),
    )
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
