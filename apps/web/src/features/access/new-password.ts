import { m } from '../../ui/words.ts';

/** Characters at least; the server adds what it knows of weak ones. */
export const SHORTEST = 12;

/** What is wrong with a new password before it is sent, in words that say what to do. */
export function passwordFault(password: string): string | undefined {
  if (password === '') return m.people_password_missing();
  return password.length < SHORTEST ? m.people_password_short({ n: SHORTEST - password.length }) : undefined;
}
