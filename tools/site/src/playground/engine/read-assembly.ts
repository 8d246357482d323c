/* A program in a listing or in assembly. */
import type { Program } from '@seccompile/abi'
import { isListing, parseAssembly, parseListing } from '@seccompile/cbpf'

/** The program in `text`, and the notation of the text. @throws AssemblyError with the place of the fault */
export function readAssembly(
  text: string,
  file: string,
): { readonly source: string; readonly program: Program } {
  return isListing(text)
    ? { source: 'listing', program: parseListing(text, { file }) }
    : { source: 'assembly', program: parseAssembly(text, { file }) }
}
