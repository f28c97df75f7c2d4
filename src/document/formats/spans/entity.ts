/** Whether a string may hold an entity (CommonMark 0.31 §2.5); other `&` stand for themselves. */
export const holdsEntity = (text: string): boolean => text.includes('&') && /&(?:#|[A-Za-z])[A-Za-z\d]*;/.test(text)
