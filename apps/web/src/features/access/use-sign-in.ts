import { useMutation } from '@tanstack/react-query';
import { enrol, signIn } from '@egide/contract/access';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import type { Me } from '../../session.ts';
import type { Secret } from './enrolment.tsx';

export type Step = { at: 'password' } | { at: 'code' } | { at: 'enrolment'; secret: Secret };

/** Password first; the server then says whether a code, or the enrolment of one, is needed. */
export function useSignIn({ onStep, onIn }: { onStep: (step: Step) => void; onIn: (me: Me) => Promise<void> }) {
  return useMutation({
    mutationFn: async (sent: { login: string; password: string; code?: string }) => {
      try {
        return await call(signIn, { body: sent });
      } catch (error) {
        if (isProblem(error, 'code-required')) return void onStep({ at: 'code' });
        if (isProblem(error, 'enrolment-required'))
          return void onStep({
            at: 'enrolment',
            secret: await call(enrol, { body: { login: sent.login, password: sent.password } }),
          });
        throw error;
      }
    },
    onSuccess: async (me) => {
      if (me) await onIn(me);
    },
  });
}
/** Codes are typed with or without a space in the middle. */
export const plainCode = (code: string): string => code.replace(/ /g, '');
