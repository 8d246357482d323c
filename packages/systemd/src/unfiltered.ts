/*
 * Finds the programs of a unit to which systemd attaches no filter: those with `+` among the marks in front.
 *
 * Sources: systemd.service(5), "Command lines"; systemd src/core/load-fragment.c: config_parse_exec(); src/core/exec-invoke.c:
 * exec_invoke(), where EXEC_COMMAND_FULLY_PRIVILEGED leaves the sandboxing out.
 */
import { warning } from '@seccompile/policy/toolkit'
import type { Warning } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { Setting } from './unit.ts'

const COMMAND = /^Exec(?:Condition|StartPre|Start|StartPost|Reload|Stop|StopPre|StopPost)$/

/** The commands of a value, separated by ` ; `. */
const commandsOf = (value: string): readonly string[] => value.split(/[ \t]+;(?=[ \t]|$)[ \t]*/)

/** Whether `+` is among the marks in front of the program. The command may begin with a quote. */
const isUnfiltered = (command: string): boolean => /^["']?[-@:!|]*\+/.test(command)

/**
 * A warning for each setting with such a program. Its severity is high for `ExecStart=`; the other programs of a unit
 * are helpers.
 * @param settings - the settings of the section that counts
 */
export function unfilteredPrograms(settings: readonly Setting[]): readonly Warning[] {
  return settings.flatMap(({ key, value, source }, i) => {
    // An empty value removes the earlier ones.
    const isReset = settings.slice(i + 1).some((later) => later.key === key && later.value.text === '')
    if (!COMMAND.test(key) || isReset) return []
    const found = commandsOf(value.text).find(isUnfiltered)
    if (found === undefined) return []
    const full = `the program of ${key}=${quote(found)} is not filtered: it has "+" in front`
    const made = warning(
      'unfiltered-program',
      { brief: `a program of ${key}= is not filtered: "+"`, full },
      source,
    )
    return key === 'ExecStart' ? made : { ...made, severity: 'medium' as const }
  })
}
