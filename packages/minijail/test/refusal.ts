import { parseMinijail } from '@seccompile/minijail'
import type { ParseMinijailOptions } from '@seccompile/minijail'

/** The code and the message with which the text is refused, or `none`. */
export function refusal(text: string, options: Partial<ParseMinijailOptions> = {}): string {
  try {
    parseMinijail(text, { file: 'x.policy', ...options })
  } catch (error) {
    const { name, code, message } = error as { name: string; code: string; message: string }
    return name === 'PolicyError' ? `${code} ${message}` : `${name} ${message}`
  }
  return 'none'
}
