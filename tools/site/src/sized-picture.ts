import { compile } from '@seccompile/compiler'
import { kindOf, pictureOf } from '@seccompile/draw/kinds'
import { policyFilter } from '@seccompile/filter'
import { parseProfile } from '@seccompile/oci'
import { policyTables } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'

/** A picture of a profile that a page shows. */
export interface SizedProfilePicture {
  /** A kind of `seccompile draw`. */
  readonly kind: string
  /** The name of the file, and its text. */
  readonly file: string
  readonly text: string
  /** The width in pixels. */
  readonly width: number
}

/**
 * The picture, as wide as a page has room for it; `seccompile draw` has one width.
 * @throws PolicyError for a text that is no profile; DrawError for an unknown kind, and for a profile that it cannot draw
 */
export async function sizedPicture({ kind, file, text, width }: SizedProfilePicture): Promise<string> {
  const { policy } = parseProfile(text, { file })
  const [main, ...others] = policyTables(policy, undefined, signedAbiTable)
  const abis = [main!, ...others] as const // a policy has an ABI
  const { program } = compile(policy, { abis, prove: false }) // the page says what is proved
  const filter = policyFilter(file, { policy }, { abis }, () => program)
  return pictureOf(kindOf(kind), { filters: [filter], width, title: `The ${kind} of ${file}` })
}
