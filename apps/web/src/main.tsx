import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/problem.ts';
import { getLocale } from './paraglide/runtime.js';
import { makeRouter } from './routes.tsx';
import { WidgetProvider } from './ui/provider.tsx';

// A refusal stays a refusal: only an answer that never came is asked again.
const client = new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: (count, error) => !(error instanceof ApiProblem) && count < 2 } } });
const router = makeRouter(client);

document.documentElement.lang = getLocale();
const place = document.getElementById('app');
if (!place) throw new Error('index.html has lost its place for the app');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <WidgetProvider><RouterProvider router={router} /></WidgetProvider>
    </QueryClientProvider>
  </StrictMode>,
);
