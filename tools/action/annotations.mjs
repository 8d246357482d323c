/*
 * Workflow commands, by which GitHub shows notes beside the lines of a change. They need no token: GitHub reads them from the log.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

/** `text` as the message of a workflow command: no character of it can end the command. */
const message = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** `text` as a property of a workflow command. */
const property = (text) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * The workflow command for a note, a line.
 * @param {import('./part.mjs').Note} note
 * @returns {string}
 */
export function annotation({ level, file, line, column, title, text }) {
  const properties = { file, line, col: column, title }
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${level} ${list.join(',')}::${message(text)}\n`
}

/** The workflow command for an error of the job. */
export const errorOfJob = (text) => `::error::${message(text)}\n`
