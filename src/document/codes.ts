/** A digit of ASCII, by the code unit or byte that it is. */
export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57

/** A letter of ASCII. */
export const isLetterCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
