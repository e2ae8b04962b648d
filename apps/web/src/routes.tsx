import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { JournalSearch } from './features/journal/address.ts';
import { RegionSearch } from './features/observatory/address.ts';
import { PeopleSearch } from './features/people/address.ts';
import { paths } from './paths.ts';
import { readSearch, writeSearch } from './search-params.ts';
import { meQuery } from './session.ts';
import { startOf } from './shell/place.ts';
import { Shell } from './shell/shell.tsx';
import { NoPlace, NothingHere, PageError } from './shell/page-error.tsx';
import { Toasts } from './ui/toast.tsx';
import { Skeleton } from './ui/waiting.tsx';

interface Context {
  client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
  notFoundComponent: () => (
    <main>
      <NothingHere />
    </main>
  ),
  errorComponent: (props) => (
    <main>
      <PageError {...props} />
    </main>
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  // Only an address of this house: what starts with two slashes would lead elsewhere.
  validateSearch: z.object({
    retour: z
      .string()
      .regex(/^\/(?![/\\])/)
      .optional()
      .catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./features/access/sign-in.tsx'), 'SignIn'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: paths.setUp,
  component: lazyRouteComponent(() => import('./features/access/set-up.tsx'), 'SetUp'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: paths.invitation,
  component: lazyRouteComponent(() => import('./features/access/invitation.tsx'), 'InvitationPage'),
});

/** Everything behind the door. */
const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: Shell,
  notFoundComponent: NothingHere,
  beforeLoad: async ({ context, location }) => {
    const me = await context.client.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: paths.signIn, search: location.pathname === '/' ? {} : { retour: location.href } });
  },
});
const home = createRoute({
  getParentRoute: () => house,
  path: paths.home,
  beforeLoad: async ({ context }) => {
    const me = await context.client.ensureQueryData(meQuery);
    const start = me && startOf(me);
    if (start) throw redirect({ ...start, replace: true });
  },
  component: NoPlace,
});
const opened = createRoute({
  getParentRoute: () => house,
  path: paths.opened,
  component: lazyRouteComponent(() => import('./features/access/opened.tsx'), 'Opened'),
});
const summary = createRoute({
  getParentRoute: () => house,
  path: paths.summary,
  component: lazyRouteComponent(() => import('./features/assessments/summary.tsx'), 'Summary'),
});
const assessStart = createRoute({
  getParentRoute: () => house,
  path: paths.assess,
  component: lazyRouteComponent(() => import('./features/assessments/assess-start.tsx'), 'AssessStart'),
});
const assess = createRoute({
  getParentRoute: () => house,
  path: paths.indicator,
  component: lazyRouteComponent(() => import('./features/assessments/assess.tsx'), 'Assess'),
});
const history = createRoute({
  getParentRoute: () => house,
  path: paths.history,
  component: lazyRouteComponent(() => import('./features/evidence/history.tsx'), 'History'),
});
const funding = createRoute({
  getParentRoute: () => house,
  path: paths.funding,
  component: lazyRouteComponent(() => import('./features/programmes/funding.tsx'), 'Funding'),
});
const nation = createRoute({
  getParentRoute: () => house,
  path: paths.nation,
  component: lazyRouteComponent(() => import('./features/observatory/nation.tsx'), 'Nation'),
});
const territory = createRoute({
  getParentRoute: () => house,
  path: paths.territory,
  validateSearch: RegionSearch,
  component: lazyRouteComponent(() => import('./features/observatory/region.tsx'), 'RegionPage'),
});
const toConfirm = createRoute({
  getParentRoute: () => house,
  path: paths.toConfirm,
  component: lazyRouteComponent(() => import('./features/evidence/to-confirm.tsx'), 'ToConfirm'),
});
const facility = createRoute({
  getParentRoute: () => house,
  path: paths.facility,
  validateSearch: z.object({ domaine: z.string().max(40).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./features/facilities/facility.tsx'), 'FacilityPage'),
});
const site = createRoute({
  getParentRoute: () => house,
  path: paths.site,
  component: lazyRouteComponent(() => import('./features/facilities/site.tsx'), 'SitePage'),
});
const register = createRoute({
  getParentRoute: () => house,
  path: paths.register,
  component: lazyRouteComponent(() => import('./features/register/register.tsx'), 'RegisterPage'),
});
const batch = createRoute({
  getParentRoute: () => house,
  path: paths.batch,
  validateSearch: z.object({ travail: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./features/register/batch.tsx'), 'BatchPage'),
});
const demo = createRoute({
  getParentRoute: () => house,
  path: paths.demo,
  component: lazyRouteComponent(() => import('./features/instance/demo.tsx'), 'DemoPage'),
});
const log = createRoute({
  getParentRoute: () => house,
  path: paths.log,
  validateSearch: JournalSearch,
  component: lazyRouteComponent(() => import('./features/journal/journal.tsx'), 'FacilityJournal'),
});
const instanceLog = createRoute({
  getParentRoute: () => house,
  path: paths.instanceLog,
  validateSearch: JournalSearch,
  component: lazyRouteComponent(() => import('./features/journal/journal.tsx'), 'InstanceJournal'),
});
const people = createRoute({
  getParentRoute: () => house,
  path: paths.people,
  component: lazyRouteComponent(() => import('./features/people/facility-people.tsx'), 'FacilityPeople'),
});
const instance = createRoute({
  getParentRoute: () => house,
  path: paths.instance,
  component: lazyRouteComponent(() => import('./features/instance/instance.tsx'), 'InstancePage'),
});
const everybody = createRoute({
  getParentRoute: () => house,
  path: paths.everybody,
  validateSearch: PeopleSearch,
  component: lazyRouteComponent(() => import('./features/people/everybody.tsx'), 'Everybody'),
});
const services = createRoute({
  getParentRoute: () => house,
  path: paths.services,
  component: lazyRouteComponent(() => import('./features/people/services.tsx'), 'ServicesPage'),
});
const importFacts = createRoute({
  getParentRoute: () => house,
  path: paths.factsImport,
  component: lazyRouteComponent(() => import('./features/evidence/import-facts.tsx'), 'ImportFacts'),
});
const importOfficial = createRoute({
  getParentRoute: () => house,
  path: paths.officialImport,
  component: lazyRouteComponent(() => import('./features/evidence/import-facts.tsx'), 'ImportOfficial'),
});
const account = createRoute({
  getParentRoute: () => house,
  path: paths.account,
  component: lazyRouteComponent(() => import('./features/access/account.tsx'), 'Account'),
});
const glossary = createRoute({
  getParentRoute: () => house,
  path: paths.glossary,
  component: lazyRouteComponent(() => import('./features/help/glossary.tsx'), 'Glossary'),
});
const components = createRoute({
  getParentRoute: () => root,
  path: paths.components,
  component: lazyRouteComponent(() => import('./features/gallery/gallery.tsx'), 'Gallery'),
});

/** Any other address, once inside: the shell stays around the answer. */
const elsewhere = createRoute({ getParentRoute: () => house, path: '$', component: NothingHere });

const tree = root.addChildren([
  signIn,
  setUp,
  invitation,
  components,
  house.addChildren([
    home,
    opened,
    toConfirm,
    summary,
    assessStart,
    assess,
    history,
    funding,
    nation,
    territory,
    facility,
    site,
    register,
    batch,
    demo,
    log,
    instanceLog,
    people,
    instance,
    everybody,
    services,
    importFacts,
    importOfficial,
    account,
    glossary,
    elsewhere,
  ]),
]);

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: () => <Skeleton />,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NothingHere,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
