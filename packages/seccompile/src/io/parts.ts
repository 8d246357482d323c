/*
 * The files that a policy depends on: those that a policy of minijail includes, and the neighbours that a module
 * imports.
 *
 * An output must not replace these files, and that is checked before anything is read or run. So the texts are
 * searched for names, not parsed. A name in a comment counts too; a person then has to name another output. A text of
 * another notation is data, and names no file. A policy of minijail reads only regular files in its folder, so only
 * those are searched.
 */
import { dirname, isAbsolute, join, relative } from 'node:path'
import { isMinijail } from '@seccompile/minijail'
import { isModulePath } from '@seccompile/policy-files'
import { readInput } from './input.ts'
import { isLinkOut, statOf } from './inside.ts'

const INCLUDE = /^[ \t]*@(?:include|frequency)[ \t]+(\S+)/gm
const IMPORT = /(?:\bfrom|\bimport|\brequire)\s*(?:\(\s*)?(?:'(\.{1,2}\/[^'\n]+)'|"(\.{1,2}\/[^"\n]+)")/g

/**
 * The largest number of files to search. A policy of minijail includes some ten, and a module that imports more is a
 * program.
 */
const MOST_FILES = 1000

function textOf(path: string): string {
  try {
    return readInput(path).toString('latin1') // only ASCII is looked for
  } catch {
    return '' // loading the file will report what is wrong with it
  }
}

/** The names of files in `text` that `pattern` finds. */
function namesIn(text: string, pattern: RegExp): readonly string[] {
  const found = [...text.matchAll(pattern)]
  return found.map(([, one, other]) => Buffer.from(one ?? other ?? '', 'latin1').toString())
}

const isRegular = (path: string): boolean => statOf(path)?.isFile() === true

/** Whether a policy in `folder` may include the file at `path`. */
function isIncludable(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  return (
    !isAbsolute(inside) && inside.split(/[\\/]/, 1)[0] !== '..' && isRegular(path) && !isLinkOut(folder, path)
  )
}

/** The files that `first` names by `pattern`, and those that these name, and so on. */
function found(
  first: string,
  pattern: RegExp,
  partsNamed: (name: string, file: string) => readonly string[],
): readonly string[] {
  const seen = new Set([first])
  for (const file of seen)
    for (const name of namesIn(textOf(file), pattern))
      for (const part of partsNamed(name, file)) if (seen.size < MOST_FILES) seen.add(part)
  seen.delete(first)
  return [...seen]
}

/** The files that the policy in the file `path` depends on, directly or through others. */
export function partsOf(path: string): readonly string[] {
  if (!isRegular(path)) return []
  if (isModulePath(path))
    return found(path, IMPORT, (name, file) =>
      isModulePath(file) ? [join(dirname(file), name)].filter(isRegular) : [],
    )
  if (!isMinijail(textOf(path))) return []
  const folder = dirname(path)
  // Each of minijail's two compilers looks in one of these folders.
  return found(path, INCLUDE, (name, file) =>
    [dirname(file), folder].map((from) => join(from, name)).filter((part) => isIncludable(folder, part)),
  )
}
