/** The message of a failed expectation. */
export function messageOf(failing: () => unknown): string {
  try {
    failing()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing failed'
}
