/*
 * A short fingerprint of a text, for ids that differ between pictures. Two FNV-1a hashes of 32 bits with different
 * beginnings are enough: a collision in one page is a nuisance, not a danger.
 */
const FNV_PRIME = 0x0100_0193

function fnv(text: string, basis: number): number {
  let hash = basis
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME)
  return hash >>> 0
}

/** Twelve digits; the same `text` always gives the same digits. */
export function contentHash(text: string): string {
  return [0x811c_9dc5, 0x1234_5677]
    .map((basis) => fnv(text, basis).toString(36).padStart(7, '0').slice(-6))
    .join('')
}
