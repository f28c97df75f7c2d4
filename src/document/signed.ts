import type { Block, Reading } from './document.ts'

/** The blocks of a reading that may hold a marker, a link or a leftover of a paste. */
export const signedBlocks = ({ blocks, signed }: Reading): readonly Block[] => signed ?? blocks
