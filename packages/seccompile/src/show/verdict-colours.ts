/*
 * Verdicts in colour: the colours show at a glance which calls run.
 *
 * Answers are laid out as plain text first, since columns and lines are measured in characters. The colours come
 * last, around the names of verdicts in the text. So a name has its colour everywhere, and the text without colours
 * is the same.
 */
import type { ActionName } from '@seccompile/abi'
import type { Paint } from '@seccompile/answer'
import { colours, hasColours } from '../io/colours.ts'
import type { Io } from '../io/io.ts'

/**
 * Green: the call runs. Cyan: it runs and is logged. Yellow: it fails. Red: it kills. Magenta: another process
 * decides.
 */
const COLOUR: Readonly<Record<ActionName, keyof Paint>> = {
  ALLOW: 'green',
  LOG: 'cyan',
  ERRNO: 'yellow',
  KILL_PROCESS: 'red',
  KILL_THREAD: 'red',
  TRAP: 'magenta',
  TRACE: 'magenta',
  USER_NOTIF: 'magenta',
}

/** A verdict as `verdictName` writes it, or with the name of an errno. It is no part of another word or of a path. */
const VERDICT = new RegExp(
  String.raw`(?<![\w./:-])(${Object.keys(COLOUR).join('|')})(?:\([A-Z0-9]+\))?(?![\w./]|-\w)`,
  'g',
)

/** `text`, with each verdict in the colour of its action. */
export function paintVerdicts(paint: Paint, text: string): string {
  return text.replaceAll(VERDICT, (verdict: string, action: ActionName) => paint[COLOUR[action]](verdict))
}

/** `text`, with each verdict in the colour of its action if `io` has colours. */
export function verdictColours(io: Io, text: string): string {
  return hasColours(io, 'out') ? paintVerdicts(colours(io, 'out'), text) : text
}
