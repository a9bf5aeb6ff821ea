"""Pages that can be read from everywhere: the picture story, and shared parenting."""

from textual.app import App

from relroute_tui.content.pages import Page
from relroute_tui.content.story import StoryError, load_story
from relroute_tui.environment import Environment, shipped
from relroute_tui.language.carers import with_carers
from relroute_tui.ui.screens.pages.screen import PagesScreen
from relroute_tui.ui.screens.story.screen import StoryScreen


def show_story(app: App[None], environment: Environment) -> None:
    """Show the route in pictures, unless it is shown."""
    if isinstance(app.screen, StoryScreen):
        return
    try:
        panels = load_story(shipped("cards") / "story", environment.language)
    except StoryError as problem:
        app.notify(problem.sentence, markup=False)
        return
    app.push_screen(StoryScreen(with_carers(panels), environment.pictures))


def show_page(app: App[None], environment: Environment, page: Page) -> None:
    """Show a page; on the screen that shows one, turn to it."""
    if isinstance(app.screen, PagesScreen):
        app.screen.page = page
    else:
        app.push_screen(PagesScreen(environment.language, page))
