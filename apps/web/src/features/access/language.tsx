import { changeLanguage } from '@egide/contract/access';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { getLocale, setLocale } from '../../paraglide/runtime.js';
import { ProblemState } from '../../ui/problem-state.tsx';
import { Segmented } from '../../ui/tabs.tsx';
import { m } from '../../ui/words.ts';

/** Each language is named in itself, whatever the reader's. */
const languages = () =>
  [
    { id: 'fr', text: m.people_language_fr() },
    { id: 'en', text: m.people_language_en() },
  ] as const;

/** The language in which I read, kept with my account; it applies at once. */
export function Language() {
  const change = useMutation({
    mutationFn: (locale: 'fr' | 'en') => call(changeLanguage, { body: { locale } }),
    onSuccess: ({ locale }) => setLocale(locale),
  });
  const choose = (id: string) => {
    const next = languages().find((one) => one.id === id);
    if (next) change.mutate(next.id);
  };
  return (
    <section className="block block--far" aria-labelledby="h-language">
      <h2 id="h-language">{m.people_language()}</h2>
      <p>{m.people_language_text()}</p>
      {change.error && <ProblemState error={change.error} />}
      <div className="after">
        <Segmented
          label={m.people_language()}
          choices={languages()}
          chosen={change.variables ?? getLocale()}
          onChoose={choose}
        />
      </div>
    </section>
  );
}
