"""Addresses: every one, grouped by noun."""

from django.urls import include, path, register_converter

from trinnvis.web import converters
from trinnvis.web.views import (
    actions,
    collections,
    demo,
    drafts,
    errors,
    exports,
    first_start,
    goal_writing,
    goals,
    help,
    home,
    imports,
    indicators,
    observations,
    people,
    plan_comments,
    plan_versions,
    plans,
    preferences,
    quarters,
    review_answers,
    reviews,
    search,
    units,
)

register_converter(converters.QuarterInAddress, "quarter")

reviews_of_unit = [
    path("<quarter:quarter>/", reviews.show, name="review"),
    path("<quarter:quarter>/delivered/", reviews.delivered, name="review-delivered"),
    path("<quarter:quarter>/deliver/", reviews.deliver, name="review-deliver"),
    path("<quarter:quarter>/reopen/", reviews.reopen, name="review-reopen"),
    path(
        "<quarter:quarter>/figures/<int:indicator_id>/",
        review_answers.figure,
        name="review-figure",
    ),
    path(
        "<quarter:quarter>/goals/<int:goal_id>/text/",
        review_answers.text,
        name="review-text",
    ),
    path(
        "<quarter:quarter>/goals/<int:goal_id>/factor/",
        review_answers.factor,
        name="review-factor",
    ),
    path(
        "<quarter:quarter>/actions/<int:action_id>/",
        review_answers.action,
        name="review-action",
    ),
    path(
        "<quarter:quarter>/goals/<int:goal_id>/conditions/",
        review_answers.conditions,
        name="review-conditions",
    ),
    path(
        "<quarter:quarter>/goals/<int:goal_id>/conditions/new/",
        review_answers.new_condition,
        name="review-condition-new",
    ),
    path(
        "<quarter:quarter>/goals/<int:goal_id>/involvements/",
        review_answers.involvement,
        name="review-involvement",
    ),
    path(
        "<quarter:quarter>/goals/<int:goal_id>/involvements/none/",
        review_answers.nobody,
        name="review-no-involvement",
    ),
    path(
        "<quarter:quarter>/involvements/<int:request_id>/withdraw/",
        review_answers.withdraw,
        name="review-withdraw",
    ),
    path("<quarter:quarter>/all/", review_answers.for_all, name="review-for-all"),
    path("<quarter:quarter>/meeting/", review_answers.meeting, name="review-meeting"),
    path("<quarter:quarter>/whole/", review_answers.whole, name="review-whole"),
]

urlpatterns = [
    # home
    path("", home.show, name="home"),
    # people
    path("sign-in/", people.sign_in, name="sign-in"),
    path("sign-out/", people.sign_out, name="sign-out"),
    path("preferences/", preferences.choose, name="language"),
    # plans
    path("plans/", plans.mine, name="plan"),
    path("units/<int:unit_id>/plans/<int:year>/", plans.of_year, name="plan-of-year"),
    path("units/<int:unit_id>/plans/start/", plans.start, name="plan-start"),
    path("plans/<int:plan_id>/", plans.show, name="plan-show"),
    path("plans/<int:plan_id>/parts/<slug:part>/", plans.write, name="plan-write"),
    path("plans/<int:plan_id>/moves/<slug:state>/", plans.move, name="plan-move"),
    path("plans/<int:plan_id>/comments/", plan_comments.add, name="plan-comment"),
    path("comments/<int:comment_id>/", plan_comments.answer, name="plan-answer"),
    path("plans/<int:plan_id>/versions/", plan_versions.show_all, name="plan-versions"),
    path(
        "plans/<int:plan_id>/versions/<int:number>/",
        plan_versions.show,
        name="plan-version",
    ),
    path("plans/<int:plan_id>/compare/", plan_versions.compare, name="plan-compare"),
    path("plans/<int:plan_id>/figures.csv", exports.figures_csv, name="plan-csv"),
    path(
        "plans/<int:plan_id>/figures.xlsx",
        exports.figures_workbook,
        name="plan-workbook",
    ),
    # quarters
    path("quarters/", quarters.go, name="quarter"),
    path("quarters/<quarter:quarter>/", quarters.show, name="quarter-of"),
    path("quarters/<quarter:quarter>/told/", quarters.told, name="quarter-told"),
    path("quarters/<quarter:quarter>/mine/", collections.show, name="collection"),
    # reviews
    path("units/<int:unit_id>/quarters/", include(reviews_of_unit)),
    path("drafts/", drafts.keep, name="draft"),
    # goals
    path("goals/", goals.show_all, name="goals"),
    path("goals/<int:goal_id>/", goals.show, name="goal"),
    path("plans/<int:plan_id>/goals/new/", goal_writing.new, name="goal-new"),
    path(
        "plans/<int:plan_id>/goals/reading/",
        goal_writing.read_back,
        name="goal-reading",
    ),
    path("goals/<int:goal_id>/sentence/", goal_writing.sentence, name="goal-sentence"),
    path("goals/<int:goal_id>/details/", goal_writing.details, name="goal-details"),
    path("goals/<int:goal_id>/move/", goal_writing.move, name="goal-move"),
    path("goals/<int:goal_id>/drop/", goal_writing.drop, name="goal-drop"),
    path("goals/<int:goal_id>/task/", goal_writing.task, name="goal-task"),
    # indicators
    path(
        "indicators/<int:indicator_id>/<quarter:quarter>/",
        observations.record,
        name="observation",
    ),
    path("goals/<int:goal_id>/indicators/new/", indicators.new, name="indicator-new"),
    path(
        "indicators/<int:indicator_id>/details/",
        indicators.details,
        name="indicator-details",
    ),
    path(
        "indicators/<int:indicator_id>/targets/",
        indicators.targets,
        name="indicator-targets",
    ),
    path(
        "indicators/<int:indicator_id>/meaning/",
        indicators.meaning,
        name="indicator-meaning",
    ),
    path(
        "indicators/<int:indicator_id>/remove/",
        indicators.remove,
        name="indicator-remove",
    ),
    # actions
    path("goals/<int:goal_id>/actions/new/", actions.new, name="action-new"),
    path("actions/<int:action_id>/", actions.edit, name="action-edit"),
    path("actions/<int:action_id>/remove/", actions.remove, name="action-remove"),
    # units
    path("units/", units.show_all, name="municipality"),
    path("units/<int:unit_id>/", units.show, name="unit"),
    path("units/<int:unit_id>/goals/", units.goals, name="unit-goals"),
    path(
        "units/<int:unit_id>/<int:year>/steps/<int:number>/",
        units.step,
        name="unit-step",
    ),
    # importing files
    path("imports/", imports.index, name="imports"),
    path("imports/<int:import_id>/", imports.show, name="import-show"),
    path("imports/<int:import_id>/answer/", imports.answer, name="import-answer"),
    path("imports/<int:import_id>/undo/", imports.undo, name="import-undo"),
    path("imports/<int:import_id>/again/", imports.again, name="import-again"),
    # search
    path("search/", search.show, name="search"),
    # help
    path("help/", help.show, name="help"),
    path("help/keyboard/", help.keyboard, name="help-keyboard"),
    path("help/access/", help.access, name="about-access"),
    path("health/", help.health, name="health"),
    # first start
    path("first-start/<str:token>/", first_start.show, name="first-start"),
    # demo
    path("demo/", demo.show, name="demo"),
    path("demo/sign-in/", demo.sign_in, name="demo-sign-in"),
    path("design/", demo.design, name="design"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
