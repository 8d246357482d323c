/*
 * Finds the place in the policy by the stack of an error.
 *
 * Each engine writes the frames of a stack in its own way, but all end a frame with `file:line:column`. This code is one
 * file, the text of the Worker. The script of the policy is another file, which calls this code. So the first frame in the
 * other file is the frame of the policy. The source map leads from there to the text that the person wrote.
 */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import type { PolicyPlace } from './outcome.ts'

/** The end of a frame: file, line and column. */
const FRAME = /([^\s(@]*):(\d+):(\d+)\)?$/gm

/** The line of its file where the script begins, from 1 (see worker-text.ts). */
const FIRST_LINE = 2

/** Most characters of a stack that are read. */
const MAX_STACK = 20_000

/** Finds the place of a stack in the policy; `undefined` where no frame is in it. */
export type PlaceOfStack = (stack: unknown) => PolicyPlace | undefined

/**
 * A function that finds places for the script that calls this code.
 * @param map - the source map of the script; without it, places are those of the script
 */
export function placeOfStack(map: string | undefined): PlaceOfStack {
  const traced = map === undefined ? undefined : new TraceMap(map)
  const files = [...(new Error().stack ?? '').matchAll(FRAME)].map(([, file]) => file)
  const script = files.find((file) => file !== files[0])
  return (stack) => {
    if (typeof stack !== 'string') return undefined
    for (const [, file, line, column] of stack.slice(0, MAX_STACK).matchAll(FRAME)) {
      const at = { line: Number(line) - FIRST_LINE + 1, column: Number(column) }
      if (file !== script || at.line < 1) continue
      if (traced === undefined) return at
      const found = originalPositionFor(traced, { line: at.line, column: at.column - 1 })
      if (found.line !== null) return { line: found.line, column: found.column + 1 }
    }
    return undefined
  }
}
