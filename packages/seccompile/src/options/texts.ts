import { CliError } from '../io/cli-error.ts'

/** A parser of one text. @throws CliError, whose message begins with `flag` */
type TextParser = (text: string, flag: string) => string

/** A parser that takes every text but an empty one. @param what - the noun for the text, for the message */
export function nonEmpty(what: string): TextParser {
  return (text, flag) => {
    if (text === '') throw new CliError(`${flag}: expected ${what}; got ""`)
    return text
  }
}

/** A parser of the path of a file, or of another name for one, such as `-`. */
export const filePath: TextParser = nonEmpty('the path of a file')
/** A parser of the path of a folder. */
export const folderPath: TextParser = nonEmpty('the path of a folder')
